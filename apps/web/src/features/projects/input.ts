import { displayName, email, slug } from '@oriel/domain/names';
import { z } from 'zod';
import { pageCursor } from '../page-cursor.ts';

export const projectInput = z.object({ project: slug });

export const projectListInput = z.object({
  search: z.string().trim().max(120).optional(),
  cursor: pageCursor.optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

export const createProjectInput = z.object({
  name: displayName,
  /** Part of addresses and of the label `project`; it never changes. */
  slug,
  seedId: z.uuid().optional().describe('Left out: the only seed.'),
  owner: email.optional().describe('E-mail address of somebody Oriel knows. Left out: whoever makes the project.'),
});

export const renameProjectInput = projectInput.extend({ name: displayName });
