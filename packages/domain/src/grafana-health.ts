import { z } from 'zod';

/** How Grafana is, as the worker says it to the pages. */
export const grafanaHealth = z.object({
  /** False where the installation has no Grafana. */
  configured: z.boolean(),
  ok: z.boolean(),
  /** As Grafana says it; null as long as it never answered. */
  version: z.string().nullable(),
  /** What is wrong, or worth knowing. */
  message: z.string(),
  /** When this was last found to be so. */
  at: z.iso.datetime(),
});

export type GrafanaHealth = z.infer<typeof grafanaHealth>;
