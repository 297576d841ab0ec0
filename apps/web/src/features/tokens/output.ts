import { z } from 'zod';

export const token = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().describe('First characters, to recognise it by.'),
    project: z
      .object({ slug: z.string(), name: z.string() })
      .nullable()
      .describe('Null: works wherever its person may.'),
    readOnly: z.boolean(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
    expiresAt: z.iso.datetime(),
    expired: z.boolean(),
  })
  .meta({ id: 'Token' });
export type TokenRow = z.infer<typeof token>;

export const tokenList = z.object({ tokens: z.array(token) }).meta({ id: 'TokenList' });

/** `value` is shown this once and kept nowhere. */
export const createdToken = z.object({ token, value: z.string() }).meta({ id: 'CreatedToken' });
