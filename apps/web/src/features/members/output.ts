import { projectRoles } from '@oriel/domain/permissions';
import { z } from 'zod';

export const memberRow = z
  .object({
    userId: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: z.enum(projectRoles),
    addedAt: z.iso.datetime(),
    active: z.boolean().describe('False until the person has set a password.'),
    you: z.boolean(),
  })
  .meta({ id: 'Member' });
export type MemberRow = z.infer<typeof memberRow>;

export const memberList = z.object({ members: z.array(memberRow), canManage: z.boolean() }).meta({ id: 'MemberList' });

export const addedMember = z
  .object({
    member: memberRow,
    link: z
      .url()
      .nullable()
      .describe(
        'One-time address at which a person without a password sets one. Shown once; null for people who have one.',
      ),
  })
  .meta({ id: 'AddedMember' });
