import { z } from 'zod';

/** Of lists that are sorted by name: see server/page-cursor.ts. */
export const pageCursor = z.string().max(1_000).describe('`nextCursor` of the page before.');
