import { slug } from '@oriel/domain/names';
import { z } from 'zod';
import { fleetFilters, fleetSorts } from './choices.ts';

const narrowing = {
  project: slug.optional(),
  search: z.string().trim().max(120).optional(),
};

export const fleetCountsInput = z.object(narrowing);

export const fleetListInput = z.object({
  ...narrowing,
  filter: z.enum(fleetFilters).default('all'),
  sort: z.enum(fleetSorts).default('attention'),
  descending: z.boolean().default(false),
  cursor: z
    .number()
    .int()
    .min(0)
    .max(100_000)
    .default(0)
    .describe('Rows to skip: the table is sorted by live values, so a position beats a key here.'),
  limit: z.number().int().min(1).max(200).default(100),
});
export type FleetListInput = z.output<typeof fleetListInput>;
