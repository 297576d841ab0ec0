// Conditions that keep a query to what a person may see. They belong into `where` by AND, so that a
// filter of the caller can narrow but never widen:
// `db.cluster.findMany({ where: { AND: [visibleClusters(principal), { name }] } })`.
import { grantsFor, isAllowed, type Permission, type Principal } from '@oriel/domain/permissions';
import type { Prisma } from './client.ts';

type ReadPermission = Extract<Permission, `${string}:read`>;

/** Ids of whole projects, and of single clusters of others. */
export interface ClusterReach {
  readonly projectIds: readonly string[];
  readonly clusterIds: readonly string[];
}

export function visibleProjects(
  principal: Principal,
  permission: ReadPermission = 'project:read',
): Prisma.ProjectWhereInput {
  const projects = projectsWith(principal, permission);
  return projects === 'everything' ? {} : { id: { in: projects } };
}

export function visibleClusters(
  principal: Principal,
  permission: ReadPermission = 'clusters:read',
): Prisma.ClusterWhereInput {
  const reach = clustersWith(principal, permission);
  if (reach === 'everything') return {};
  return { OR: [{ projectId: { in: [...reach.projectIds] } }, { id: { in: [...reach.clusterIds] } }] };
}

export function visibleOperations(principal: Principal): Prisma.OperationWhereInput {
  const reach = clustersWith(principal, 'operations:read');
  if (reach === 'everything') return {};
  return { OR: [{ projectId: { in: [...reach.projectIds] } }, { clusterId: { in: [...reach.clusterIds] } }] };
}

export function visibleBindings(principal: Principal): Prisma.RoleBindingWhereInput {
  return withinProjects(projectsWith(principal, 'members:read'));
}

/** Entries of the platform itself (without a project) are for those who may read the platform. */
export function visibleAudit(principal: Principal): Prisma.AuditEntryWhereInput {
  if (isAllowed(principal, 'platform:read')) return {};
  return withinProjects(projectsWith(principal, 'audit:read'));
}

/** For statements written by hand: which clusters the person may see with this right. */
export function clustersWith(principal: Principal, permission: ReadPermission): 'everything' | ClusterReach {
  const projects = projectsWith(principal, permission);
  if (projects === 'everything') return projects;
  const projectIds: string[] = [];
  const clusterIds: string[] = [];
  for (const projectId of projects) {
    const grants = grantsFor(principal, permission, projectId);
    if (grants.some(({ clusters }) => clusters === 'all')) projectIds.push(projectId);
    else clusterIds.push(...grants.flatMap(({ clusters }) => (clusters === 'all' ? [] : clusters.map(({ id }) => id))));
  }
  return { projectIds, clusterIds };
}

/** The projects in which the person holds the right, for all of it or for a part. */
function projectsWith(principal: Principal, permission: ReadPermission): 'everything' | string[] {
  const { confinedToProject, isPlatformAdmin, roles } = principal;
  if (isPlatformAdmin && confinedToProject === undefined) return 'everything';
  const candidates = confinedToProject === undefined ? [...roles.keys()] : [confinedToProject];
  return candidates.filter((projectId) => isAllowed(principal, permission, projectId));
}

function withinProjects(projects: 'everything' | string[]): { projectId?: { in: string[] } } {
  return projects === 'everything' ? {} : { projectId: { in: projects } };
}
