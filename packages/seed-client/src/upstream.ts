import { OrielError } from '@oriel/domain/errors';
import type { Reach } from '@oriel/domain/reach';
import type { AuthorizedScope, GlobalScope, TenantLocation } from '@oriel/domain/scope';
import type { Pool } from 'undici';
import { poolOf, type Wire, wireTo } from './pools.ts';

/** Alerts are Mimir's own Alertmanager, which stands beside the metrics. */
export type Store = 'logs' | 'metrics' | 'alerts';

/** Where one request of an authorized scope goes, and the only headers it carries beside those of its content. */
export interface Upstream {
  readonly seedName: string;
  /** Scheme, host and port. */
  readonly origin: string;
  /** For calls that read the whole answer. */
  readonly pool: Pool;
  /** For answers that are passed on as they come. */
  readonly wire: Wire;
  /** Stands before the API's own path (`/api/v1/query`, `/loki/api/v1/query`); no trailing slash. */
  readonly prefix: string;
  /** Names and values in turn, as undici takes them. */
  readonly headers: readonly string[];
  /** What of the tenant's data may be read. Where it is not `'all'`, each request is narrowed to it first. */
  readonly reach: Reach;
}

/**
 * The one place that names a tenant to a store. It takes the proof that somebody may read, never a tenant.
 *
 * @throws OrielError `not_found` when nothing of the project is stored anywhere yet, `unavailable` when it is stored
 * at several seeds: those are read one by one for now.
 */
export function upstream(scope: AuthorizedScope, store: Store): Upstream {
  return upstreamAt(onlyLocation(scope), store, scope.reach);
}

/** The same at one named seed of the project. */
export function upstreamAtSeed(scope: AuthorizedScope, store: Store, seedId: string): Upstream {
  const location = scope.locations.find((candidate) => candidate.seedId === seedId);
  if (!location) throw new OrielError('not_found', 'This project stores nothing at that seed.');
  return upstreamAt(location, store, scope.reach);
}

/** Tenants of one seed, by what names them there. */
export interface TenantPart {
  readonly seedId: string;
  readonly orgIds: readonly string[];
}

/** What Mimir and Loki are told to take at most. */
const mostTenants = 100;

/**
 * Several tenants of one seed in one request. It takes the proof that somebody may read all of them.
 *
 * @throws Error for a tenant that is not among those of the proof, and for none or too many: mistakes of ours.
 */
export function upstreamOfPart({ tenants }: GlobalScope, store: Store, { seedId, orgIds }: TenantPart): Upstream {
  const known = new Map(
    tenants.flatMap((tenant) => (tenant.seedId === seedId ? [[tenant.orgId, tenant] as const] : [])),
  );
  const [location] = orgIds.map((orgId) => known.get(orgId));
  if (!location || orgIds.length > mostTenants || !orgIds.every((orgId) => known.has(orgId))) {
    throw new Error(`no part of the scope: ${orgIds.length} tenants`);
  }
  const headers = orgIds.map((orgId) => tenantHeader(orgId)[1]);
  return { ...upstreamAt(location, store, 'all'), headers: ['x-scope-orgid', headers.join('|')] };
}

/** Whether two of them lead to the same data of the same tenant, worked out at different times. */
export function isSameUpstream(one: Upstream, other: Upstream): boolean {
  return one === other || identityOf(one) === identityOf(other);
}

function identityOf({ origin, prefix, headers, reach }: Upstream): string {
  const sorted = (names: 'all' | readonly string[]) => (names === 'all' ? names : [...names].sort());
  const parts = reach === 'all' ? reach : reach.map((part) => [sorted(part.clusters), sorted(part.namespaces)]);
  const text = (part: unknown) => JSON.stringify(part);
  return text([origin, prefix, headers, parts === 'all' ? parts : parts.map(text).sort()]);
}

function onlyLocation({ locations }: AuthorizedScope): TenantLocation {
  const [location, ...others] = locations;
  if (!location) {
    throw new OrielError('not_found', 'No cluster of this project sends anything yet. Register a cluster first.');
  }
  if (others.length > 0) {
    const names = locations.map(({ seedName }) => seedName).join(', ');
    throw new OrielError(
      'unavailable',
      `This project has telemetry at ${locations.length} seeds (${names}), and reading across seeds is not available in this version.`,
      { retryable: false },
    );
  }
  return location;
}

/** Of Mimir, below which it serves other programs' APIs; Loki's paths carry their own. */
const prefixes: Readonly<Record<Store, string>> = { logs: '', metrics: '/prometheus', alerts: '/alertmanager' };

function upstreamAt(location: TenantLocation, store: Store, reach: Reach): Upstream {
  const base = new URL(store === 'logs' ? location.logsUrl : location.metricsUrl);
  const path = base.pathname === '/' ? '' : base.pathname;
  return {
    seedName: location.seedName,
    origin: base.origin,
    pool: poolOf(base.origin),
    wire: wireTo(base.origin),
    prefix: path + prefixes[store],
    headers: tenantHeader(location.orgId),
    reach,
  };
}

/** One tenant: stores take "a|b" for two, and would take it from here too. */
function tenantHeader(orgId: string): readonly [string, string] {
  if (!/^[A-Za-z0-9-]+$/.test(orgId)) throw new Error(`${JSON.stringify(orgId)} names no tenant`);
  return ['x-scope-orgid', orgId];
}
