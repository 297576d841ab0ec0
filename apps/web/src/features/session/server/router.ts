import { visibleProjects } from '@oriel/db/tenant-scope';
import { isAllowed, roleIn } from '@oriel/domain/permissions';
import { selfProcedure } from '@/server/procedures.ts';
import { router } from '@/server/trpc.ts';
import { version } from '@/server/version.ts';
import { me } from '../output.ts';

export const sessionRouter = router({
  /** Who is asking, and what they may open: all that the frame around a page needs. */
  me: selfProcedure({
    permission: 'self:read',
    rest: { method: 'GET', path: '/me', tag: 'You', summary: 'Get yourself' },
  })
    .output(me)
    .query(async ({ ctx: { db, principal } }) => {
      const projects = await db.project.findMany({
        where: visibleProjects(principal),
        select: { id: true, slug: true, name: true },
        orderBy: [{ name: 'asc' }, { slug: 'asc' }],
      });
      return {
        user: { id: principal.userId, email: principal.email, name: principal.name },
        isPlatformAdmin: principal.isPlatformAdmin && principal.confinedToProject === undefined,
        projects: projects.map((project) => ({
          ...project,
          role: roleIn(principal, project.id),
          canSeeMembers: isAllowed(principal, 'members:read', project.id),
          canManageMembers: isAllowed(principal, 'members:manage', project.id),
          canAudit: isAllowed(principal, 'audit:read', project.id),
        })),
        version,
      };
    }),
});
