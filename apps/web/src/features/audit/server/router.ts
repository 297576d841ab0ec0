import { visibleAudit } from '@oriel/db/tenant-scope';
import { isAllowed } from '@oriel/domain/permissions';
import type { RestRoute } from '@/rest/route.ts';
import { platformProcedure, projectProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import {
  exportAllAuditInput,
  exportAuditInput,
  listAllAuditInput,
  listAuditInput,
  verifyAuditInput,
} from '../input.ts';
import { auditPage, auditVerification } from '../output.ts';
import { exportedAudit } from './export.ts';
import { filterWhere, inSlug } from './filter.ts';
import { listAudit } from './service.ts';
import { verifyTrail } from './verify.ts';

const rest = (path: RestRoute['path'], summary: string, description?: string): RestRoute => ({
  method: 'GET',
  path,
  tag: 'Audit',
  summary,
  ...(description === undefined ? {} : { description }),
});
const download = { download: ['application/x-ndjson', 'text/csv'] } as const;
const oldestFirst = 'A file, the oldest entry first, made while it is sent. One that breaks off is not whole.';
const inProject = ({ project }: { project: string }) => ({ slug: project });

export const auditRouter = router({
  /** What was done in one project. */
  list: projectProcedure({
    permission: 'audit:read',
    input: listAuditInput,
    project: inProject,
    rest: rest('/projects/{project}/audit', 'List what was done in a project'),
  })
    .output(auditPage)
    .query(({ ctx: { db, principal, project }, input: { cursor, limit, ...filter } }) => {
      const where = { AND: [visibleAudit(principal), { projectId: project.id }, filterWhere(filter)] };
      return listAudit(db, { where, cursor, limit });
    }),

  /** What was done anywhere, the platform itself included. */
  listAll: platformProcedure({
    permission: 'platform:read',
    input: listAllAuditInput,
    rest: rest('/audit', 'List what was done anywhere'),
  })
    .output(auditPage)
    .query(async ({ ctx: { db, principal }, input: { cursor, limit, project, ...filter } }) => {
      const where = { AND: [visibleAudit(principal), await inSlug(db, project), filterWhere(filter)] };
      return listAudit(db, { where, cursor, limit });
    }),

  export: projectProcedure({
    permission: 'audit:read',
    input: exportAuditInput,
    project: inProject,
    rest: {
      ...rest('/projects/{project}/audit/export', 'Export what was done in a project', oldestFirst),
      ...download,
    },
  }).query(({ ctx, input: { format, ...filter } }) => {
    const { db, principal, project } = ctx;
    const stillAllowed = async () => {
      const identity = await ctx.freshIdentity();
      return identity !== undefined && isAllowed(identity.principal, 'audit:read', project.id);
    };
    const where = { AND: [visibleAudit(principal), { projectId: project.id }, filterWhere(filter)] };
    return exportedAudit(db, { format, where, stillAllowed });
  }),

  exportAll: platformProcedure({
    permission: 'platform:read',
    input: exportAllAuditInput,
    rest: { ...rest('/audit/export', 'Export what was done anywhere', oldestFirst), ...download },
  }).query(async ({ ctx, input: { format, project, ...filter } }) => {
    const { db, principal } = ctx;
    const stillAllowed = async () => {
      const identity = await ctx.freshIdentity();
      return identity !== undefined && isAllowed(identity.principal, 'platform:read');
    };
    const where = { AND: [visibleAudit(principal), await inSlug(db, project), filterWhere(filter)] };
    return exportedAudit(db, { format, where, stillAllowed });
  }),

  verify: platformProcedure({
    permission: 'platform:read',
    input: verifyAuditInput,
    rest: rest(
      '/audit/verification',
      'Verify the audit log',
      'Reads the chain anew. Keep `head` elsewhere: given as `anchor` later, it shows whether the end was cut off.',
    ),
  })
    .output(auditVerification)
    .query(({ ctx: { db }, input: { anchor } }) => verifyTrail(db, anchor)),
});
