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
 * choose. What cannot be read chooses nothing. Never one alone at its seed, if there are more: a store labels series
 * with their tenant only where it reads several.
 */
export function tenantsFor(
  store: 'metrics' | 'logs',
  queries: readonly string[],
  tenants: readonly Tenant[],
): readonly Tenant[] {
  const chosen = chosenFor(store, queries, tenants);
  const seeds = Map.groupBy(tenants, ({ seedId }) => seedId);
  const own = Map.groupBy(chosen.length === 0 ? tenants.slice(0, 1) : chosen, ({ seedId }) => seedId);
  return [...own].flatMap(([seedId, some]) => {
    const other = seeds.get(seedId)?.find(({ orgId }) => orgId !== some[0]?.orgId);
    return some.length === 1 && other ? [...some, other] : some;
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
  }));
  return tenants.filter(({ orgId, project = '' }) =>
    wanted.some(
      ({ projects, orgIds }) =>
        // Whoever does not say of which project it is may be anybody's.
        (!projects || projects.has('') || projects.has(project)) && (!orgIds || orgIds.has('') || orgIds.has(orgId)),
    ),
  );
}

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
