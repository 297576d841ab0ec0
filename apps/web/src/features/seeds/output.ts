import { z } from 'zod';

const instant = z.iso.datetime();
const part = z.object({ ok: z.boolean(), message: z.string() });

/** What the worker writes into `seeds.health` after each look. */
export const seedHealth = z.object({ metrics: part, logs: part, ingest: part, at: instant });

export const seedRow = z.object({
  id: z.uuid(),
  name: z.string(),
  region: z.string(),
  kind: z.enum(['managed', 'external']),
  ingestUrl: z.string(),
  tenants: z.number(),
  clusters: z.number(),
  /** Log bytes per second of all its clusters; null where nothing is known. */
  bytesPerSecond: z.number().nullable(),
  /** Null until the worker has looked for the first time. */
  health: seedHealth.nullable(),
});
export type SeedRow = z.infer<typeof seedRow>;

export const seedList = z.object({ seeds: z.array(seedRow), at: instant });
