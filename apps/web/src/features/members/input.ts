import { displayName, email, slug } from '@oriel/domain/names';
import { projectRoles } from '@oriel/domain/permissions';
import { z } from 'zod';

const role = z.enum(projectRoles);

export const memberListInput = z.object({ project: slug });

export const addMemberInput = z.object({
  project: slug,
  email,
  name: displayName
    .optional()
    .describe('Needed only for a person Oriel does not know yet; the part before the "@" stands in.'),
  role,
});

export const setRoleInput = z.object({ project: slug, userId: z.uuid(), role });

export const removeMemberInput = z.object({ project: slug, userId: z.uuid() });
