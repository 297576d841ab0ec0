import { projectRoles } from '@oriel/domain/permissions';
import { z } from 'zod';

export const memberRow = z.object({
  userId: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: z.enum(projectRoles),
  addedAt: z.iso.datetime(),
  /** False until the person has set a password. */
  active: z.boolean(),
  you: z.boolean(),
});
export type MemberRow = z.infer<typeof memberRow>;

export const memberList = z.object({ members: z.array(memberRow), canManage: z.boolean() });

export const addedMember = z.object({
  member: memberRow,
  /** One-time address at which a person without a password sets one. Shown once; null for people who have one. */
  link: z.url().nullable(),
});
