import { z } from 'zod';

const instant = z.iso.datetime();

export const tokenRow = z.object({
  id: z.uuid(),
  name: z.string(),
  /** First characters, to tell tokens apart. */
  prefix: z.string(),
  project: z.object({ slug: z.string(), name: z.string() }).nullable(),
  readOnly: z.boolean(),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
});
export type TokenRow = z.infer<typeof tokenRow>;

export const tokenList = z.object({ tokens: z.array(tokenRow) });

/** `value` is shown this once; only its hash is kept. */
export const createdToken = z.object({ token: tokenRow, value: z.string() });
