import { displayName, email, id, slug } from '@oriel/domain/names';
import { projectRoles } from '@oriel/domain/permissions';
import { z } from 'zod';
import { page } from '../page-cursor.ts';
import { reachChange, reachInput } from '../reach/input.ts';

const role = z.enum(projectRoles);
const groupName = z.string().trim().min(1, 'Enter the name of the group.').max(256, 'Use at most 256 characters.');

export const memberListInput = z.object({ project: slug, ...page });

export const memberSubjectsInput = z.object({
  project: slug,
  search: z
    .string()
    .trim()
    .max(256)
    .default('')
    .describe(
      "Part of a service account's name, or of a group's that has a role in the project; of other groups the whole name, " +
        'unless a platform administrator asks.',
    ),
});

export const memberSubject = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    email,
    name: displayName
      .optional()
      .describe('Needed only for a person Oriel does not know yet; the part before the "@" stands in.'),
  }),
  z.object({
    kind: z.literal('group'),
    providerId: slug.describe('An identity provider.'),
    groupName: groupName.describe('As the provider spells it; nobody needs to have it yet.'),
  }),
  z.object({ kind: z.literal('serviceAccount'), serviceAccountId: id }),
]);
export type MemberSubject = z.output<typeof memberSubject>;

export const addMemberInput = reachInput.extend({ project: slug, subject: memberSubject, role });

export const memberInput = z.object({ project: slug, memberId: id });

export const changeMemberInput = reachChange.extend({ ...memberInput.shape, role: role.optional() });
