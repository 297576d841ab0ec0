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
] as const;
export type Permission = (typeof permissions)[number];

const byRole: Record<ProjectRole, readonly Permission[]> = {
  viewer: ['project:read', 'members:read', 'clusters:read', 'operations:read', 'telemetry:read'],
  editor: ['project:read', 'members:read', 'clusters:read', 'operations:read', 'telemetry:read', 'clusters:manage'],
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
  ],
};

/** The rights of one person or token: resolved once per request from session or token. */
export interface Principal {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly isPlatformAdmin: boolean;
  /** Role per project id. */
  readonly roles: ReadonlyMap<string, ProjectRole>;
  /** A token may be confined to one project and to reading; sessions are not. */
  readonly confinedToProject?: string;
  readonly readOnly?: boolean;
}

const readPermissions: ReadonlySet<Permission> = new Set<Permission>(
  permissions.filter((permission) => permission.endsWith(':read')),
);

/** Deny is the default: true only where a rule grants. */
export function isAllowed(principal: Principal, permission: Permission, projectId?: string): boolean {
  if (principal.readOnly && !readPermissions.has(permission)) return false;
  if (principal.confinedToProject !== undefined && principal.confinedToProject !== projectId) return false;
  if (principal.isPlatformAdmin) return true;
  if (permission.startsWith('platform:') || projectId === undefined) return false;
  const role = principal.roles.get(projectId);
  return role !== undefined && byRole[role].includes(permission);
}
