import { z } from 'zod';

export const token = z.object({
  id: z.uuid(),
  name: z.string(),
  /** First characters, to recognise it by. */
  prefix: z.string(),
  /** Null: works wherever its person may. */
  project: z.object({ slug: z.string(), name: z.string() }).nullable(),
  readOnly: z.boolean(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime(),
  expired: z.boolean(),
});
export type TokenRow = z.infer<typeof token>;

export const tokenList = z.object({ tokens: z.array(token) });

/** `value` is shown this once and kept nowhere. */
export const createdToken = z.object({ token, value: z.string() });
