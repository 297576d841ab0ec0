import { visibleAudit } from '@oriel/db/tenant-scope';
import { platformProcedure, projectProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { listAllAuditInput, listAuditInput } from '../input.ts';
import { auditPage } from '../output.ts';
import { listAudit } from './service.ts';

export const auditRouter = router({
  /** What was done in one project. */
  list: projectProcedure({
    permission: 'audit:read',
    input: listAuditInput,
    project: ({ project }) => ({ slug: project }),
    rest: {
      method: 'GET',
      path: '/projects/{project}/audit',
      tag: 'Audit',
      summary: 'List what was done in a project',
    },
  })
    .output(auditPage)
    .query(({ ctx: { db, principal, project }, input: { cursor, limit } }) =>
      listAudit(db, { where: { AND: [visibleAudit(principal), { projectId: project.id }] }, cursor, limit }),
    ),

  /** What was done anywhere, the platform itself included. */
  listAll: platformProcedure({
    permission: 'platform:read',
    input: listAllAuditInput,
    rest: { method: 'GET', path: '/audit', tag: 'Audit', summary: 'List what was done anywhere' },
  })
    .output(auditPage)
    .query(({ ctx: { db, principal }, input }) => listAudit(db, { where: visibleAudit(principal), ...input })),
});
