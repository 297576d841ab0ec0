import { z } from 'zod';

const instant = z.iso.datetime();
const part = z.object({ ok: z.boolean(), message: z.string() });

/** What the worker writes into `seeds.health` after each look. */
export const seedHealth = z.object({ metrics: part, logs: part, ingest: part, at: instant }).meta({ id: 'SeedHealth' });

export const seedRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    region: z.string(),
    kind: z.enum(['managed', 'external']),
    ingestUrl: z.string(),
    tenants: z.number(),
    clusters: z.number(),
    bytesPerSecond: z
      .number()
      .nullable()
      .describe('Log bytes per second of all its clusters; null where nothing is known.'),
    health: seedHealth.nullable().describe('Null until the worker has looked for the first time.'),
  })
  .meta({ id: 'Seed' });
export type SeedRow = z.infer<typeof seedRow>;

export const projectSeed = z
  .object({
    id: z.uuid(),
    name: z.string(),
    region: z.string(),
    clusters: z.number().describe('Of this project, as far as the caller may see them.'),
  })
  .meta({ id: 'ProjectSeed' });
export type ProjectSeed = z.infer<typeof projectSeed>;

export const projectSeeds = z.object({ seeds: z.array(projectSeed) }).meta({ id: 'ProjectSeeds' });

export const seedList = z.object({ seeds: z.array(seedRow), at: instant }).meta({ id: 'SeedList' });
