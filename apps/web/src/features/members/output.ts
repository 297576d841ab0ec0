import { projectRoles } from '@oriel/domain/permissions';
import { z } from 'zod';
import { reach } from '../reach/output.ts';

const account = { userId: z.uuid(), email: z.string(), name: z.string(), you: z.boolean() };

export const memberSubjectRow = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('person'),
      ...account,
      state: z
        .enum(['active', 'invited', 'disabled'])
        .describe('`invited`: has neither set a password nor signed in through a provider.'),
    }),
    z.object({
      kind: z.literal('serviceAccount'),
      ...account,
      state: z.enum(['active', 'disabled']),
      platform: z.boolean().describe('Of the platform rather than of this project.'),
    }),
    z.object({
      kind: z.literal('group'),
      providerId: z.string(),
      providerName: z.string(),
      providerEnabled: z.boolean().describe('False: the provider is switched off, and its groups grant nothing.'),
      groupName: z.string(),
      people: z.number().int().describe('Who had it at their last sign-in, however long ago; 0: nobody has it yet.'),
    }),
  ])
  .meta({ id: 'MemberSubject' });
export type MemberSubjectRow = z.infer<typeof memberSubjectRow>;

/** A role in the project, for one subject; a subject may have several, which add up. */
export const memberRow = z
  .object({
    id: z.uuid(),
    subject: memberSubjectRow,
    role: z.enum(projectRoles),
    reach,
    addedAt: z.iso.datetime(),
  })
  .meta({ id: 'Member' });
export type MemberRow = z.infer<typeof memberRow>;

export const memberList = z
  .object({
    members: z.array(memberRow),
    total: z.number().int().describe('On all pages.'),
    nextCursor: z.string().nullable(),
    canManage: z.boolean(),
  })
  .meta({ id: 'MemberList' });

const link = z.url();

export const addedMember = z
  .object({
    member: memberRow,
    link: link
      .nullable()
      .describe(
        'One-time address at which a person without a password sets one. Shown once; null where none is needed, and ' +
          'where they belong elsewhere too, so that only a platform administrator may make one.',
      ),
  })
  .meta({ id: 'AddedMember' });

export const memberLink = z.object({ link }).meta({ id: 'MemberLink' });

/** Whom a role may be given to, beside anybody by e-mail. */
export const memberSubjects = z
  .object({
    providers: z.array(z.object({ id: z.string(), name: z.string(), enabled: z.boolean() })),
    groups: z
      .array(z.object({ providerId: z.string(), groupName: z.string(), people: z.number().int() }))
      .describe('Groups that somebody signed in with and that the asker may know of, at most 50.'),
    serviceAccounts: z
      .array(z.object({ id: z.uuid(), name: z.string(), email: z.string(), platform: z.boolean() }))
      .describe('At most 50.'),
  })
  .meta({ id: 'MemberSubjects' });
export type MemberSubjects = z.infer<typeof memberSubjects>;
