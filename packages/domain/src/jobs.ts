import { z } from 'zod';

/** Jobs on graphile-worker's queue: one schema per payload, shared by who adds and who runs them. */
export const jobs = {
  /** Brings one cluster to its desired state; also the drift check. */
  reconcile_cluster: z.object({ clusterId: z.uuid() }),
  /** Writes the seed's nginx maps (certificate subject → tenant) and reloads it. */
  publish_ingest: z.object({ seedId: z.uuid() }),
  /** Reads freshness of each cluster's logs and metrics at one seed. */
  observe_seed: z.object({ seedId: z.uuid() }),
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<N extends JobName> = z.infer<(typeof jobs)[N]>;

/** A key makes a job unique while it waits: many changes in a row become one run. */
export function jobKey<N extends JobName>(name: N, payload: JobPayload<N>): string {
  return `${name}:${Object.values(payload)[0]}`;
}
