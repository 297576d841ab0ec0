import { displayName, email, slug } from '@oriel/domain/names';
import { z } from 'zod';

export const projectInput = z.object({ project: slug });

export const projectListInput = z.object({
  search: z.string().trim().max(120).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

export const createProjectInput = z.object({
  name: displayName,
  /** Part of addresses and of the label `project`; it never changes. */
  slug,
  /** Left out: the only seed. */
  seedId: z.uuid().optional(),
  /** E-mail address of somebody Oriel knows. Left out: whoever makes the project. */
  owner: email.optional(),
});

export const renameProjectInput = projectInput.extend({ name: displayName });
