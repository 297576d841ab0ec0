// Conditions that keep a query to what a person may see. They belong into `where` by AND, so that a
// filter of the caller can narrow but never widen:
// `db.cluster.findMany({ where: { AND: [visibleClusters(principal), { name }] } })`.
import { isAllowed, type Permission, type Principal } from '@oriel/domain/permissions';
import type { Prisma } from './client.ts';

/** Project ids. */
type Reach = 'everything' | readonly string[];

export function visibleProjects(
  principal: Principal,
  permission: ReadPermission = 'project:read',
): Prisma.ProjectWhereInput {
  const reach = projectsWith(principal, permission);
  return reach === 'everything' ? {} : { id: { in: [...reach] } };
}

export function visibleClusters(
  principal: Principal,
  permission: ReadPermission = 'clusters:read',
): Prisma.ClusterWhereInput {
  return withinProjects(projectsWith(principal, permission));
}

export function visibleOperations(principal: Principal): Prisma.OperationWhereInput {
  return withinProjects(projectsWith(principal, 'operations:read'));
}

export function visibleMemberships(principal: Principal): Prisma.MembershipWhereInput {
  return withinProjects(projectsWith(principal, 'members:read'));
}

/** Entries of the platform itself (without a project) are for those who may read the platform. */
export function visibleAudit(principal: Principal): Prisma.AuditEntryWhereInput {
  if (isAllowed(principal, 'platform:read')) return {};
  return withinProjects(projectsWith(principal, 'audit:read'));
}

type ReadPermission = Extract<Permission, `${string}:read`>;

/** For statements written by hand: `everything`, or the ids of the projects in which the person holds the right. */
export function projectsWith(principal: Principal, permission: ReadPermission): Reach {
  const { confinedToProject, isPlatformAdmin, roles } = principal;
  if (isPlatformAdmin && confinedToProject === undefined) return 'everything';
  const candidates = confinedToProject === undefined ? [...roles.keys()] : [confinedToProject];
  return candidates.filter((projectId) => isAllowed(principal, permission, projectId));
}

function withinProjects(reach: Reach): { projectId?: { in: string[] } } {
  return reach === 'everything' ? {} : { projectId: { in: [...reach] } };
}
