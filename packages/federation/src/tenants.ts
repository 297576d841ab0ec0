import { seedJobs } from '@oriel/domain/platform-tenant';
import { logql } from '@oriel/query-scope/logql';
import { type Matcher, valuesOf } from '@oriel/query-scope/matcher';
import { readMatchers } from '@oriel/query-scope/promql';
import { tenantLabel } from './expression.ts';
import { parse } from './syntax.ts';

/** A tenant at a seed. */
export interface Tenant {
  readonly seedId: string;
  readonly seedName: string;
  readonly orgId: string;
  /** The value of the platform label `project`; undefined for the platform's own tenant. */
  readonly project: string | undefined;
}

/** Tenants of one seed that one request names. */
export interface Part {
  readonly seedId: string;
  readonly seedName: string;
  readonly orgIds: readonly string[];
}

const mostTenants = 100;

/** The same tenants always make the same parts, so that stores find what they kept. Parts are of one size. */
export function partsOf(tenants: readonly Tenant[], most = mostTenants): readonly Part[] {
  const seeds = Map.groupBy(tenants, ({ seedId }) => seedId);
  return [...seeds].flatMap(([seedId, own]) => {
    const orgIds = [...new Set(own.map(({ orgId }) => orgId))].sort();
    const size = Math.ceil(orgIds.length / Math.ceil(orgIds.length / most));
    const seedName = own[0]?.seedName ?? '';
    return Array.from({ length: Math.ceil(orgIds.length / size) }, (_, index) => ({
      seedId,
      seedName,
      orgIds: orgIds.slice(index * size, (index + 1) * size),
    }));
  });
}

/**
 * Those tenants whose data the selectors can be about: matchers on `project` and `__tenant_id__` with plain values
 * choose. What cannot be read chooses nothing. A project's tenant is never alone: a store labels series with their
 * tenant only where it reads several. The platform's own stands beside it, where no agent of a project writes.
 */
export function tenantsFor(
  store: 'metrics' | 'logs',
  queries: readonly string[],
  tenants: readonly Tenant[],
): readonly Tenant[] {
  const chosen = chosenFor(store, queries, tenants);
  const namesTenants = queries.some((query) => query.includes(tenantLabel));
  const seeds = Map.groupBy(tenants, ({ seedId }) => seedId);
  // Where there is no such tenant, its matchers find nothing anywhere; least of all where only the platform writes.
  const any = tenants.find(({ project }) => project === undefined) ?? tenants[0];
  const own = Map.groupBy(chosen.length === 0 && any ? [any] : chosen, ({ seedId }) => seedId);
  return [...own].flatMap(([seedId, some]) => {
    const [first, ...others] = some;
    const isPlatform = first?.project === undefined;
    if (others.length > 0 || (isPlatform && !namesTenants)) return some;
    const company = seeds.get(seedId)?.find(({ project }) => (project === undefined) !== isPlatform);
    return company ? [...some, company] : some;
  });
}

/** The same without company, for calls that read one tenant at a time. */
export function chosenFor(
  store: 'metrics' | 'logs',
  queries: readonly string[],
  tenants: readonly Tenant[],
): readonly Tenant[] {
  const selectors = queries.flatMap((query) => selectorsIn(store, query) ?? [[]]);
  if (selectors.length === 0) return tenants;
  const wanted = selectors.map((matchers) => ({
    projects: valuesOf(matchers, 'project'),
    orgIds: valuesOf(matchers, tenantLabel),
    isPlatform: isPlatformJob(valuesOf(matchers, 'job')),
  }));
  return tenants.filter(({ orgId, project = '' }) =>
    wanted.some(
      ({ projects, orgIds, isPlatform }) =>
        (!isPlatform || project === '') &&
        // Whoever does not say of which project it is may be anybody's.
        (!projects || projects.has('') || projects.has(project)) &&
        (!orgIds || orgIds.has('') || orgIds.has(orgId)),
    ),
  );
}

/** What the platform watches itself by is in its own tenant at each seed, and nowhere else. */
function isPlatformJob(jobs: ReadonlySet<string> | undefined): boolean {
  return jobs !== undefined && jobs.size > 0 && [...jobs].every((job) => platformJobs.has(job));
}

const platformJobs: ReadonlySet<string> = new Set(Object.values(seedJobs));

function selectorsIn(store: 'metrics' | 'logs', query: string): readonly (readonly Matcher[])[] | undefined {
  const found: (readonly Matcher[])[] = [];
  const name = store === 'metrics' ? 'VectorSelector' : logql.selector;
  try {
    parse(store, query)
      .cursor()
      .iterate(({ node }) => {
        if (node.name === name) {
          found.push(store === 'metrics' ? readMatchers(node, query) : logql.matchersOf(node, query));
        }
      });
  } catch {
    return undefined;
  }
  return found;
}
