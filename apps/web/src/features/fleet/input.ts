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
  /** Rows to skip: the table is sorted by live values, so a position beats a key here. */
  cursor: z
    .string()
    .regex(/^\d{1,5}$/, 'Take `nextCursor` of the page before, as it is.')
    .optional()
    .describe('`nextCursor` of the page before.'),
  limit: z.number().int().min(1).max(200).default(100),
});
export type FleetListInput = z.output<typeof fleetListInput>;
