import { z } from 'zod';
import { fleetFilters } from './choices.ts';

const instant = z.iso.datetime();
const conditionStatus = z.enum(['True', 'False', 'Unknown']);

/** One signal (logs or metrics) of one cluster. `status` is null while it is switched off. */
const signal = z
  .object({
    enabled: z.boolean(),
    status: conditionStatus.nullable(),
    message: z.string().nullable(),
    firstAt: instant.nullable(),
    lastAt: instant.nullable(),
  })
  .meta({ id: 'Signal' });

export const fleetRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    project: z.object({ slug: z.string(), name: z.string() }),
    seed: z.object({ id: z.uuid(), name: z.string() }),
    region: z.string(),
    reachable: z.object({
      status: conditionStatus,
      reason: z.string(),
      message: z.string(),
      latencyMs: z.number().nullable(),
      lastReachedAt: instant.nullable(),
    }),
    metrics: signal,
    logs: signal,
    /** Lowest version among the agents that called lately; null when none ever called. */
    agent: z
      .object({ version: z.string().nullable(), behind: z.boolean(), silent: z.number(), total: z.number() })
      .nullable(),
    sparkline: z
      .array(z.number().nullable())
      .describe('Log bytes per second over the last hour, oldest first, one value per 2 minutes.'),
    bytesPerSecond: z.number().nullable(),
    changing: z.boolean(),
  })
  .meta({ id: 'FleetRow' });
export type FleetRow = z.infer<typeof fleetRow>;

export const fleetPage = z
  .object({
    rows: z.array(fleetRow),
    total: z.number(),
    nextCursor: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'FleetPage' });

export const fleetCounts = z
  .object({
    counts: z.record(z.enum(fleetFilters), z.number()),
    seeds: z.number(),
    at: instant,
  })
  .meta({ id: 'FleetCounts' });
