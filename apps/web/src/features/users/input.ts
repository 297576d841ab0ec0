import { id } from '@oriel/domain/names';
import { z } from 'zod';

export const listUsersInput = z
  .object({
    search: z.string().trim().max(120).default('').describe('Part of a name or an e-mail address.'),
    kind: z.enum(['person', 'service']).optional(),
    cursor: id.optional().describe('`nextCursor` of the page before.'),
    limit: z.int().min(1).max(200).default(50),
  })
  .default({ search: '', limit: 50 });

export const userInput = z.object({ userId: id });

export const changeUserInput = userInput.extend({
  enabled: z.boolean().optional().describe('False: they are refused everywhere, and their sessions end.'),
  administrator: z.boolean().optional(),
});

export const userSessionInput = userInput.extend({ sessionId: id });

export const signOutInput = userInput.extend({
  tokens: z.boolean().default(false).describe('True: their tokens are revoked as well.'),
});
