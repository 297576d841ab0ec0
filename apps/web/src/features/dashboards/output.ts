import { z } from 'zod';

export const openedDashboards = z.object({
  /** Signs the browser in at Grafana's origin and goes on to the page: once, within a minute. */
  url: z.string(),
});
