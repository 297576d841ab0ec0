import { id } from '@oriel/domain/names';
import { z } from 'zod';

export const listUsersInput = z
  .object({
    search: z.string().trim().max(120).default('').describe('Part of a name or an e-mail address.'),
    cursor: id.optional().describe('`nextCursor` of the page before.'),
    limit: z.int().min(1).max(200).default(50),
  })
  .default({ search: '', limit: 50 });
