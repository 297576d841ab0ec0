import { id } from '@oriel/domain/names';
import { z } from 'zod';

export const listUsersInput = z
  .object({
    /** Part of a name or an e-mail address. */
    search: z.string().trim().max(120).default(''),
    /** `nextCursor` of the page before. */
    cursor: id.optional(),
    limit: z.int().min(1).max(200).default(50),
  })
  .default({ search: '', limit: 50 });
