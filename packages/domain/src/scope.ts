import { OrielError } from './errors.ts';
import { grantsFor, isAllowed, type Permission, type Principal } from './permissions.ts';
import { normaliseReach, type Reach } from './reach.ts';

declare const authorized: unique symbol;
declare const authorizedForAll: unique symbol;

/** Where one tenant's telemetry lives. URLs carry no trailing slash. */
export interface TenantLocation {
  readonly seedId: string;
  readonly seedName: string;
  /** Value of X-Scope-OrgID at this seed. */
  readonly orgId: string;
  readonly metricsUrl: string;
  readonly logsUrl: string;
}

/**
 * Proof that somebody may read a project's telemetry. Only `authorizeTelemetry` makes one, and the
 * seed client accepts nothing else: a bare tenant name can never reach a store.
 */
export interface AuthorizedScope {
  readonly [authorized]: true;
  readonly userId: string;
  readonly projectId: string;
  readonly locations: readonly TenantLocation[];
  /** Every query is narrowed to this part of the tenant's data. */
  readonly reach: Reach;
}

export interface ProjectTelemetry {
  readonly projectId: string;
  readonly locations: readonly TenantLocation[];
}

/** Throws `not_found` where the person may not read: a project's existence is not revealed. */
export function authorizeTelemetry(principal: Principal, project: ProjectTelemetry | undefined): AuthorizedScope {
  requirePermission(principal, 'telemetry:read', project?.projectId);
  const { projectId, locations } = project as ProjectTelemetry;
  const reach = normaliseReach(
    grantsFor(principal, 'telemetry:read', projectId).map(({ clusters, namespaces }) => ({
      clusters: clusters === 'all' ? clusters : clusters.map(({ name }) => name),
      namespaces,
    })),
  );
  return { userId: principal.userId, projectId, locations, reach } as unknown as AuthorizedScope;
}

/**
 * The scope in which the worker itself looks up how fresh a project's data is. It stands for no person: nothing that
 * it reads may leave the worker but times, counts and sizes. Everything asked by somebody goes through
 * `authorizeTelemetry`.
 */
export function scopeForObserver({ projectId, locations }: ProjectTelemetry): AuthorizedScope {
  return { userId: 'observer', projectId, locations, reach: 'all' } as unknown as AuthorizedScope;
}

/** A tenant among those of the whole platform. */
export interface PlatformTenant extends TenantLocation {
  /** The project's slug, which is its platform label; undefined for the platform's own tenant. */
  readonly project: string | undefined;
}

/** Proof that somebody may read the telemetry of all projects. Only `authorizeGlobalTelemetry` makes one. */
export interface GlobalScope {
  readonly [authorizedForAll]: true;
  readonly userId: string;
  readonly tenants: readonly PlatformTenant[];
}

/** Throws `forbidden` unless a platform administrator asks, without a token that is narrowed to anything. */
export function authorizeGlobalTelemetry(principal: Principal, tenants: readonly PlatformTenant[]): GlobalScope {
  assertReadsAll(principal);
  return { userId: principal.userId, tenants } as unknown as GlobalScope;
}

/** @throws OrielError `forbidden` */
export function assertReadsAll(principal: Principal): void {
  if (isAllowed(principal, 'platform:read') && principal.narrowedTo === undefined) return;
  throw new OrielError(
    'forbidden',
    'Telemetry of all projects at once is for platform administrators, by a session or a token that is confined to nothing. Read a project of yours by /api/projects/<project>/….',
  );
}

/** With a `clusterId` the right is needed for that cluster only. */
export function requirePermission(
  principal: Principal,
  permission: Permission,
  projectId: string | undefined,
  clusterId?: string | null,
): void {
  if (projectId === undefined && !permission.startsWith('platform:')) throw noSuchProject();
  if (isAllowed(principal, permission, projectId, clusterId)) return;
  if (projectId !== undefined && !isAllowed(principal, 'project:read', projectId)) throw noSuchProject();
  throw new OrielError(
    'forbidden',
    `This needs the right "${permission}", which your role does not include. Ask an owner of the project.`,
  );
}

function noSuchProject(): OrielError {
  return new OrielError(
    'not_found',
    'There is no such project, or you are not a member of it. Check the address or ask an owner for access.',
  );
}
