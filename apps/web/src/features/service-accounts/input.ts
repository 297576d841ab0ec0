import { id, slug } from '@oriel/domain/names';
import { projectRoles } from '@oriel/domain/permissions';
import { z } from 'zod';
import { page } from '../page-cursor.ts';
import { reachInput } from '../reach/input.ts';
import { rotation, tokenProperties } from '../tokens/input.ts';

const inProject = { project: slug };
const account = { serviceAccountId: id };
const token = { ...account, tokenId: id };
const enabled = { enabled: z.boolean() };

export const listInput = z.object({ ...inProject, ...page });
export const listPlatformInput = z.object(page).default({ limit: 50 });

export const createInput = z.object({
  ...inProject,
  name: slug.describe('Part of its address; it never changes.'),
  member: reachInput
    .extend({ role: z.enum(projectRoles) })
    .optional()
    .describe('A first role in the project. More are given like those of any member.'),
});

export const accountInput = z.object({ ...inProject, ...account });
export const setEnabledInput = accountInput.extend(enabled);
export const createTokenInput = tokenProperties.extend(accountInput.shape);
export const tokenInput = z.object({ ...inProject, ...token });
export const rotateTokenInput = rotation.extend(tokenInput.shape);

export const createPlatformInput = z.object({
  name: slug,
  administrator: z.boolean().default(false).describe('True: it may do everything, everywhere.'),
});
export const platformAccountInput = z.object(account);
export const setPlatformEnabledInput = platformAccountInput.extend(enabled);
export const createPlatformTokenInput = tokenProperties.extend({
  ...account,
  project: slug
    .optional()
    .describe('Confines the token to one project; needed where it is narrowed to clusters or namespaces.'),
});
export const platformTokenInput = z.object(token);
export const rotatePlatformTokenInput = rotation.extend(platformTokenInput.shape);
