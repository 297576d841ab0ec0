/** Roles of a member in a project, weakest first. Mirrors the database's enum `ProjectRole`. */
export const projectRoles = ['viewer', 'editor', 'owner'] as const;
export type ProjectRole = (typeof projectRoles)[number];

/** What a procedure or a route may ask for. `platform:*` is never granted by a project role. */
export const permissions = [
  'platform:read',
  'platform:manage',
  'project:read',
  'project:manage',
  'members:read',
  'members:manage',
  'clusters:read',
  'clusters:manage',
  'operations:read',
  'telemetry:read',
  'audit:read',
  'dashboards:manage',
] as const;
export type Permission = (typeof permissions)[number];

const byRole: Record<ProjectRole, readonly Permission[]> = {
  viewer: ['project:read', 'members:read', 'clusters:read', 'operations:read', 'telemetry:read'],
  editor: [
    'project:read',
    'members:read',
    'clusters:read',
    'operations:read',
    'telemetry:read',
    'clusters:manage',
    'dashboards:manage',
  ],
  owner: [
    'project:read',
    'members:read',
    'clusters:read',
    'operations:read',
    'telemetry:read',
    'clusters:manage',
    'members:manage',
    'project:manage',
    'audit:read',
    'dashboards:manage',
  ],
};

/** Rights that survive where a grant is narrowed to clusters or namespaces: reading what is there, and steering it. */
const narrowable: ReadonlySet<Permission> = new Set<Permission>([
  'project:read',
  'clusters:read',
  'clusters:manage',
  'operations:read',
  'telemetry:read',
]);

/** One cluster that a grant is narrowed to. A cluster that is gone is in no grant. */
export interface GrantedCluster {
  readonly id: string;
  /** Value of the platform label `cluster`. */
  readonly name: string;
}

/** What part of a project something is about. An empty list stands for nothing, never for everything. */
export interface Narrowing {
  readonly clusters: 'all' | readonly GrantedCluster[];
  readonly namespaces: 'all' | readonly string[];
}

/** A role in a project, or in a part of it. */
export interface RoleGrant extends Narrowing {
  readonly role: ProjectRole;
}

/** The rights of one person, service account or token: resolved once per request from session or token. */
export interface Principal {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly isPlatformAdmin: boolean;
  /** Grants per project id; they add up. */
  readonly roles: ReadonlyMap<string, readonly RoleGrant[]>;
  /** A token may be confined to one project, to a part of it and to reading; sessions are not. */
  readonly confinedToProject?: string;
  readonly narrowedTo?: Narrowing;
  readonly readOnly?: boolean;
}

const readPermissions: ReadonlySet<Permission> = new Set<Permission>(
  permissions.filter((permission) => permission.endsWith(':read')),
);

/**
 * Deny is the default: true only where a rule grants. With `clusterId` the question is about that cluster; without, it
 * is about the project: reading is then granted by any grant (queries leave out what lies outside), changing only by
 * one that covers every cluster.
 */
export function isAllowed(
  principal: Principal,
  permission: Permission,
  projectId?: string,
  clusterId?: string | null,
): boolean {
  if (permission.startsWith('platform:') || projectId === undefined) {
    return (
      principal.isPlatformAdmin &&
      principal.confinedToProject === undefined &&
      (!principal.readOnly || readPermissions.has(permission))
    );
  }
  return grantsFor(principal, permission, projectId).some(
    ({ clusters }) =>
      clusters === 'all' || (clusterId ? clusters.some(({ id }) => id === clusterId) : readPermissions.has(permission)),
  );
}

/** The grants that give this right in this project: none where there is no such right at all. */
export function grantsFor(principal: Principal, permission: Permission, projectId: string): readonly RoleGrant[] {
  if (permission.startsWith('platform:')) return [];
  if (principal.readOnly && !readPermissions.has(permission)) return [];
  return grantsIn(principal, projectId).filter(
    (grant) => byRole[grant.role].includes(permission) && (isWhole(grant) || narrowable.has(permission)),
  );
}

export interface NamespacePlace {
  readonly projectId: string;
  readonly clusterId: string;
  /** Left out, all of them are meant. */
  readonly namespace?: string;
}

/** Whether somebody may learn what stands in a namespace of a cluster: names in sentences count too. */
export function reachesNamespace(principal: Principal, { projectId, clusterId, namespace }: NamespacePlace): boolean {
  return grantsFor(principal, 'clusters:read', projectId).some(
    ({ clusters, namespaces }) =>
      (clusters === 'all' || clusters.some(({ id }) => id === clusterId)) &&
      (namespaces === 'all' || (namespace !== undefined && namespaces.includes(namespace))),
  );
}

/** The strongest role somebody holds in a project, whole or in part; null for none. */
export function roleIn(principal: Principal, projectId: string): ProjectRole | null {
  const held = new Set(principal.roles.get(projectId)?.map(({ role }) => role));
  return projectRoles.findLast((role) => held.has(role)) ?? null;
}

function grantsIn(principal: Principal, projectId: string): readonly RoleGrant[] {
  const { isPlatformAdmin, roles, confinedToProject, narrowedTo } = principal;
  if (confinedToProject !== undefined && confinedToProject !== projectId) return [];
  const own: readonly RoleGrant[] = isPlatformAdmin
    ? [{ role: 'owner', clusters: 'all', namespaces: 'all' }]
    : (roles.get(projectId) ?? []);
  return narrowedTo === undefined ? own : own.map((grant) => ({ ...grant, ...intersect(grant, narrowedTo) }));
}

function intersect(one: Narrowing, other: Narrowing): Narrowing {
  return {
    clusters: common(one.clusters, other.clusters, ({ id }) => id),
    namespaces: common(one.namespaces, other.namespaces, (name) => name),
  };
}

function common<Item>(one: 'all' | readonly Item[], other: 'all' | readonly Item[], keyOf: (item: Item) => string) {
  if (one === 'all') return other;
  if (other === 'all') return one;
  const keys = new Set(other.map(keyOf));
  return one.filter((item) => keys.has(keyOf(item)));
}

function isWhole({ clusters, namespaces }: Narrowing): boolean {
  return clusters === 'all' && namespaces === 'all';
}
