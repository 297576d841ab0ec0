import { slug } from '@oriel/domain/names';
import { z } from 'zod';

const page = {
  /** `nextCursor` of the page before. */
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.int().min(1).max(200).default(50),
};

export const listAuditInput = z.object({ project: slug, ...page });
export const listAllAuditInput = z.object(page).default({ limit: 50 });
