import { displayName, id, slug } from '@oriel/domain/names';
import { z } from 'zod';

export const createTokenInput = z.object({
  name: displayName,
  project: slug.optional().describe('Confines the token to one project.'),
  readOnly: z.boolean().default(true).describe('False: the token may change what its person may change.'),
  expiresInDays: z.int().min(1, 'Use at least one day.').max(365, 'Use at most 365 days.').default(90),
});

export const revokeTokenInput = z.object({ tokenId: id });
