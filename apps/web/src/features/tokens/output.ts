import { z } from 'zod';
import { reach } from '../reach/output.ts';

export const token = z
  .object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string().describe('First characters, to recognise it by.'),
    project: z
      .object({ slug: z.string(), name: z.string() })
      .nullable()
      .describe('Null: works wherever its owner may.'),
    reach,
    readOnly: z.boolean(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
    expiresAt: z.iso.datetime(),
    state: z
      .enum(['active', 'expiring', 'expired'])
      .describe('`expiring`: within a week. `expired` ones are forgotten after 30 days.'),
    rotatedFromId: z.uuid().nullable().describe('The token it takes over from.'),
    rotatedToId: z.uuid().nullable().describe('The token that takes over from it.'),
  })
  .meta({ id: 'Token' });
export type TokenRow = z.infer<typeof token>;

export const tokenList = z.object({ tokens: z.array(token) }).meta({ id: 'TokenList' });

/** `value` is shown this once and kept nowhere. */
export const createdToken = z.object({ token, value: z.string() }).meta({ id: 'CreatedToken' });
export type CreatedToken = z.infer<typeof createdToken>;
