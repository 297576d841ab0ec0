import { displayName, slug } from '@oriel/domain/names';
import { z } from 'zod';

export const tokenLifetimesInDays = [7, 30, 90, 365] as const;

export const createTokenInput = z.object({
  name: displayName,
  /** Left out: every project the person may read. */
  project: slug.optional(),
  readOnly: z.boolean().default(true),
  days: z.union(tokenLifetimesInDays.map((days) => z.literal(days))).default(90),
});

export const revokeTokenInput = z.object({ tokenId: z.uuid() });
