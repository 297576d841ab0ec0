import { OrielError } from '@oriel/domain/errors';
import type { Store } from '@oriel/query-scope/calls';
import { type Joined, joinerOf } from './joiners.ts';
import { refuseAcross } from './refusal.ts';
import { chosenFor, type Part, partsOf, type Tenant, tenantsFor } from './tenants.ts';

export interface RequestToFederate {
  readonly store: Store;
  /** The store's own path, without query string. */
  readonly path: string;
  /** Address and form together, the form first. */
  readonly params: URLSearchParams;
  /** Unix milliseconds. */
  readonly now: number;
}

/** One request to one seed. */
export interface Ask {
  readonly part: Part;
  readonly params: URLSearchParams;
}

export interface Federation {
  readonly asks: readonly Ask[];
  /** One request says it all: its answer is the answer, and nothing is made of it here. */
  readonly isWhole: boolean;
  /** The answer from those of the asks, in their order; undefined for one that did not answer. */
  readonly merge: (answers: readonly unknown[]) => Joined;
}

/** Each is a request that a store works on. */
const mostAsks = 256;
const listed = /^match(?:\[\])?$|\[\]$/;
/** Stores of rules and alerts know one tenant at a time. */
const perTenant = /\/(?:rules|alerts)$|^\/api\/v2\//;

/** What to ask of whom, and what becomes of it. @throws OrielError `bad_input`, `not_found` */
export function federate(request: RequestToFederate, all: readonly Tenant[], mostTenants?: number): Federation {
  const { store, path } = request;
  const params = singled(request.params);
  if (perTenant.test(path)) return alone({ ...request, params }, all);
  const language = store === 'logs' ? 'logs' : 'metrics';
  const queries = [...params.getAll('match'), ...params.getAll('match[]'), ...params.getAll('query')].filter(Boolean);
  const parts = partsOf(tenantsFor(language, queries, all), mostTenants);
  const [only] = parts;
  if (only === undefined) throw nothingStored();
  if (parts.length === 1) {
    return { asks: [{ part: only, params: request.params }], isWhole: true, merge: () => nobody() };
  }
  return divide({ ...request, params }, parts);
}

/** Of the tenants' own data, for a live tail: each tenant is asked by itself. @throws OrielError `bad_input` */
export function tenantsToTail(query: string, all: readonly Tenant[], most: number): readonly Tenant[] {
  const chosen = chosenFor('logs', [query], all).filter(({ project }) => project !== undefined);
  if (chosen.length <= most) return chosen;
  throw refuseAcross(
    `A live tail follows at most ${most} tenants at once, and this is about ${chosen.length}: name projects.`,
  );
}

function divide(request: RequestToFederate, parts: readonly Part[]): Federation {
  const joiner = joinerOf(request);
  const places = joiner.questions.flatMap(({ params, isOnce }, question) =>
    (isOnce ? oncePerSeed(parts) : parts).map((part) => ({ question, ask: { part, params } })),
  );
  assertFew(places.length);
  return {
    asks: places.map(({ ask }) => ask),
    isWhole: false,
    merge: (answers) =>
      joiner.join(
        joiner.questions.map((_, question) =>
          answers.filter((answer, index) => answer !== undefined && places[index]?.question === question),
        ),
      ),
  };
}

function alone(request: RequestToFederate, all: readonly Tenant[]): Federation {
  const { params } = request;
  const parts = all
    .filter(({ project }) => project !== undefined)
    .map(({ seedId, seedName, orgId }) => ({ seedId, seedName, orgIds: [orgId] }));
  if (parts.length === 0) throw nothingStored();
  if (parts.length > mostAsks) throw refuseAlone(parts.length);
  return divide({ ...request, params }, parts);
}

function refuseAlone(count: number) {
  return new OrielError(
    'bad_input',
    `Rules and alerts are asked for tenant by tenant, of at most ${mostAsks} at once, and there are ${count}. Ask for those of one project by /api/projects/<project>/…, or query the metric ALERTS.`,
  );
}

function nothingStored() {
  return new OrielError('not_found', 'No project stores anything yet. Register a cluster first.');
}

/** Any will do; another seed's for when one does not answer. */
function oncePerSeed(parts: readonly Part[]): readonly Part[] {
  return [...new Map(parts.map((part) => [part.seedId, part])).values()];
}

function assertFew(count: number): void {
  if (count > mostAsks)
    throw refuseAcross(`It would take ${count} requests to the stores, and at most ${mostAsks} are made.`);
}

/** Stores take the first of several where they take one. */
function singled(params: URLSearchParams): URLSearchParams {
  const single = new URLSearchParams();
  for (const [name, value] of params) {
    if (listed.test(name) || !single.has(name)) single.append(name, value);
  }
  return single;
}

function nobody(): never {
  throw new Error('there is nothing to merge');
}
