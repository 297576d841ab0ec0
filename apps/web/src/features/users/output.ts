import { z } from 'zod';

export const userRow = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    kind: z.enum(['person', 'service']),
    project: z
      .string()
      .nullable()
      .describe(
        'Of a service account: slug of the project it belongs to; null for people and for those of the platform.',
      ),
    isPlatformAdmin: z.boolean(),
    adminGroups: z
      .array(z.string())
      .describe('Is an administrator because a provider named these groups at their last sign-in, at most 7 days ago.'),
    state: z
      .enum(['active', 'invited', 'disabled'])
      .describe('`invited`: has neither set a password nor signed in through a provider.'),
    providers: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .describe('Identity providers they sign in with.'),
    projects: z.number().int().describe('In which they have a role of their own or by a group.'),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime().nullable(),
    you: z.boolean(),
  })
  .meta({ id: 'User' });
export type UserRow = z.infer<typeof userRow>;

export const userPage = z.object({ items: z.array(userRow), nextCursor: z.uuid().nullable() }).meta({ id: 'UserPage' });
export type UserPage = z.infer<typeof userPage>;

export const userLink = z.object({ link: z.url() }).meta({ id: 'UserLink' });

export const signedOut = z
  .object({ endedSessions: z.number().int(), revokedTokens: z.number().int() })
  .meta({ id: 'SignedOut' });
