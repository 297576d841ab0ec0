import { z } from 'zod';

export const userPage = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        email: z.string(),
        name: z.string(),
        isPlatformAdmin: z.boolean(),
        state: z.enum(['active', 'invited', 'disabled']).describe('`invited`: has not set a password yet.'),
        projects: z.number().int(),
        createdAt: z.iso.datetime(),
        lastSeenAt: z.iso.datetime().nullable(),
      }),
    ),
    nextCursor: z.uuid().nullable(),
  })
  .meta({ id: 'UserPage' });
export type UserPage = z.infer<typeof userPage>;
