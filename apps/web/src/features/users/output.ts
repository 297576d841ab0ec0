import { z } from 'zod';

export const userPage = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      email: z.string(),
      name: z.string(),
      isPlatformAdmin: z.boolean(),
      /** `invited`: has not set a password yet. */
      state: z.enum(['active', 'invited', 'disabled']),
      projects: z.number().int(),
      createdAt: z.iso.datetime(),
      lastSeenAt: z.iso.datetime().nullable(),
    }),
  ),
  nextCursor: z.uuid().nullable(),
});
export type UserPage = z.infer<typeof userPage>;
