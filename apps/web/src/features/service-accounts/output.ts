import { projectRoles } from '@oriel/domain/permissions';
import { z } from 'zod';

export const serviceAccount = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    state: z.enum(['active', 'disabled']),
    isPlatformAdmin: z.boolean(),
    roles: z
      .array(z.object({ project: z.string(), role: z.enum(projectRoles), narrowed: z.boolean() }))
      .describe('Roles it holds, each in a project or a part of it.'),
    tokens: z.number().int().describe('Tokens that work.'),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable().describe('Of any of its tokens.'),
  })
  .meta({ id: 'ServiceAccount' });
export type ServiceAccountRow = z.infer<typeof serviceAccount>;

export const serviceAccountList = z
  .object({ serviceAccounts: z.array(serviceAccount), nextCursor: z.string().nullable() })
  .meta({ id: 'ServiceAccountList' });
