import { projectRoles } from '@oriel/domain/permissions';
import { z } from 'zod';

export const me = z
  .object({
    user: z.object({ id: z.uuid(), email: z.string(), name: z.string() }),
    isPlatformAdmin: z.boolean(),
    /** By name. A platform administrator sees every project; `role` is null where they are no member. */
    projects: z.array(
      z.object({
        id: z.uuid(),
        slug: z.string(),
        name: z.string(),
        role: z.enum(projectRoles).nullable(),
        canSeeMembers: z.boolean().describe('False for whoever sees a part of the project only.'),
        canManageMembers: z.boolean(),
        canAudit: z.boolean().describe('Whether you may read what was done in it.'),
      }),
    ),
    version: z.string().describe("Oriel's own."),
  })
  .meta({ id: 'Me' });
