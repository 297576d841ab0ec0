import { slug } from '@oriel/domain/names';
import { z } from 'zod';

/** A page of Grafana's, as its address has it behind the origin. */
const grafanaPage = z
  .string()
  .max(4_000)
  .regex(/^\/(?![/\\])[\x21-\x7e]*$/, 'must be a path such as /d/oriel-cluster')
  .default('/dashboards')
  .describe("Page of Grafana's, with its query string.");

export const openDashboardsInput = z.object({ project: slug, to: grafanaPage });
export const openAllDashboardsInput = z.object({ to: grafanaPage });
export const dashboardInput = z.object({ project: slug, uid: z.string().min(1).max(64) });
export const listDashboardsInput = z.object({ project: slug });
