import { slug } from '@oriel/domain/names';
import { z } from 'zod';

/** Operation ids are bigint in the database and decimal text everywhere else. */
export const operationId = z.string().regex(/^[1-9]\d{0,18}$/, 'An operation id is a number, like 8814.');

export const operationInput = z.object({ operationId });

export const operationWatchInput = z.object({ operationId, lastEventId: z.string().nullish() });

export const operationListInput = z.object({
  project: slug.optional(),
  clusterId: z.uuid().optional(),
  cursor: operationId.optional().describe('Last id of the page before.'),
  limit: z.number().int().min(1).max(100).default(50),
});
