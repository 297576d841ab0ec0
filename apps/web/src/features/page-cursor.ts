import { z } from 'zod';

/** Of lists that are sorted by name: see server/page-cursor.ts. */
export const pageCursor = z.string().max(1_000).describe('`nextCursor` of the page before.');

/** What every such list takes beside what it lists. */
export const page = {
  cursor: pageCursor.optional(),
  limit: z.number().int().min(1).max(200).default(50),
};
export type Page = { readonly cursor?: string | undefined; readonly limit: number };
