import { displayName, id, slug } from '@oriel/domain/names';
import { z } from 'zod';
import { reachInput } from '../reach/input.ts';

const expiresInDays = z.int().min(1, 'Use at least one day.').max(365, 'Use at most 365 days.');

/** What a token is, whoever it is for. */
export const tokenProperties = reachInput.extend({
  name: displayName,
  readOnly: z.boolean().default(true).describe('False: the token may change what its owner may change.'),
  expiresInDays: expiresInDays.default(90),
});

export const createTokenInput = tokenProperties.extend({
  project: slug
    .optional()
    .describe('Confines the token to one project; needed where it is narrowed to clusters or namespaces.'),
});

export type NewTokenInput = z.output<typeof createTokenInput>;

export const tokenInput = z.object({ tokenId: id });

export const rotation = z.object({
  overlapDays: z
    .int()
    .min(0, 'Use 0 to 7 days.')
    .max(7, 'Use 0 to 7 days.')
    .default(1)
    .describe('For how long the old token goes on working beside the new one; 0: it ends now.'),
  expiresInDays: expiresInDays.optional().describe('Of the new one; as long as the old one was made for unless given.'),
});

export const rotateTokenInput = rotation.extend(tokenInput.shape);
