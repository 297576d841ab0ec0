import { projectRoles } from '@oriel/domain/permissions';
import { z } from 'zod';

export const projectRow = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    role: z.enum(projectRoles).nullable().describe('Null for an administrator who is not a member.'),
    members: z
      .number()
      .nullable()
      .describe('People, groups and service accounts with a role; null for whoever may not see them.'),
    clusters: z.number(),
    seeds: z.array(z.string()),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Project' });
export type ProjectRow = z.infer<typeof projectRow>;

export const projectList = z
  .object({ projects: z.array(projectRow), total: z.number(), nextCursor: z.string().nullable() })
  .meta({ id: 'ProjectList' });

export const projectDetail = projectRow
  .extend({
    canManage: z.boolean(),
    canSeeMembers: z.boolean(),
    canManageMembers: z.boolean(),
    canManageClusters: z.boolean(),
  })
  .meta({ id: 'ProjectDetail' });
export type ProjectDetail = z.infer<typeof projectDetail>;

export const createdProject = z.object({ id: z.uuid(), slug: z.string() }).meta({ id: 'CreatedProject' });
