import { OrielError } from '@oriel/domain/errors';
import type { Store } from '@oriel/seed-client/upstream';
import { LRUCache } from 'lru-cache';

/** One allowed call of a store, whoever asks for it. */
export interface StoreCall {
  readonly store: Store;
  /** The store's own path, without query string. */
  readonly path: string;
  /** Queries may be longer than an address: these are posted as a form. */
  readonly mayPost: boolean;
  /** Read over a WebSocket, and not otherwise. */
  readonly isTail: boolean;
}

/** The same in a project. */
export interface Route extends StoreCall {
  readonly slug: string;
}

const prometheusPosts = ['query', 'query_range', 'series', 'labels', 'query_exemplars'];
const prometheusGets = ['metadata', 'status/buildinfo', 'rules', 'alerts'];
/** Loki's ruler speaks Prometheus' API, below a prefix of its own. */
const lokiRulerGets = ['rules', 'alerts'];
const alertmanagerGets = ['alerts', 'alerts/groups', 'silences', 'status', 'receivers'];
const lokiCalls = [
  'query',
  'query_range',
  'series',
  'labels',
  'label',
  'index/stats',
  'index/volume',
  'index/volume_range',
  'patterns',
  'detected_fields',
  'detected_labels',
  'format_query',
];

/** Store paths and whether they take a form. Everything else does not exist. */
export const openCalls: Readonly<Record<Store, ReadonlyMap<string, boolean>>> = {
  metrics: new Map([
    ...prometheusPosts.map((name) => [`/api/v1/${name}`, true] as const),
    ...prometheusGets.map((name) => [`/api/v1/${name}`, false] as const),
  ]),
  logs: new Map([
    ...lokiCalls.map((name) => [`/loki/api/v1/${name}`, true] as const),
    ...lokiRulerGets.map((name) => [`/prometheus/api/v1/${name}`, false] as const),
  ]),
  alerts: new Map(alertmanagerGets.map((name) => [`/api/v2/${name}`, false] as const)),
};

const tailPath = '/loki/api/v1/tail';

/** Names outside this alphabet reach Prometheus as `U__…`, which is inside it. */
const labelValues: Partial<Record<Store, RegExp>> = {
  metrics: /^\/api\/v1\/label\/[A-Za-z_][A-Za-z0-9_]{0,255}\/values$/,
  logs: /^\/loki\/api\/v1\/label\/[A-Za-z_][A-Za-z0-9_]{0,255}\/values$/,
};

/** By the name of the program whose API it speaks. */
export const stores = { prometheus: 'metrics', loki: 'logs', alertmanager: 'alerts' } as const;

const slugPattern = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const readPath = new RegExp(`^/api/projects/(${slugPattern})/(prometheus|loki|alertmanager)(/[A-Za-z0-9_/]*)?$`);
const readPrefix = /^\/api\/projects\/[^/]*\/(?:prometheus|loki|alertmanager)(?:\/|$)/;

const known = new LRUCache<string, Route>({ max: 10_000 });

/** What stands before the `?`. */
export function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end === -1 ? url : url.slice(0, end);
}

/** A call that was asked for before. It does not count as used: to read a path anew costs little, to note each use more. */
export function knownRoute(path: string): Route | undefined {
  return known.peek(path);
}

/**
 * The call that a path stands for; undefined where it belongs to the web process.
 *
 * @throws OrielError `not_found` for anything below the read APIs that is not on the list.
 */
export function routeOf(path: string): Route | undefined {
  const [, slug, api, rest] = readPath.exec(path) ?? [];
  if (slug === undefined) {
    if (readPrefix.test(path)) throw noSuchCall();
    return undefined;
  }
  const store = stores[api as keyof typeof stores];
  const call = storeCall(store, storePathOf(store, rest ?? ''));
  if (call === undefined) throw noSuchCall();
  const route: Route = { slug, ...call };
  known.set(path, route);
  return route;
}

const globalPath = /^\/api\/global\/(prometheus|loki|alertmanager)(\/[A-Za-z0-9_/]*)$/;

/**
 * The same over all projects, for administrators; undefined where it is somebody else's.
 *
 * @throws OrielError `not_found`
 */
export function globalCallOf(path: string): StoreCall | undefined {
  if (!path.startsWith('/api/global/')) return undefined;
  const [, api, rest] = globalPath.exec(path) ?? [];
  if (api === undefined || rest === undefined) throw noSuchCall();
  const store = stores[api as keyof typeof stores];
  const call = storeCall(store, storePathOf(store, rest));
  if (call === undefined) throw noSuchCall();
  return call;
}

/** What a store may be asked for by its own path, without query string; undefined for everything else. */
export function storeCall(store: Store, path: string): StoreCall | undefined {
  const isTail = store === 'logs' && path === tailPath;
  const mayPost = openCalls[store].get(path) ?? (isTail || labelValues[store]?.test(path) ? false : undefined);
  return mayPost === undefined ? undefined : { store, path, mayPost, isTail };
}

/** Loki's own paths start with /loki, which is also the name of its API here. */
function storePathOf(store: Store, rest: string): string {
  return store === 'logs' && !rest.startsWith('/prometheus/') ? `/loki${rest}` : rest;
}

export function noSuchCall(): OrielError {
  return new OrielError(
    'not_found',
    "The read API has no such call. Open are the query, series, label, index, rule and alert calls of Prometheus and Loki, Loki's tail, and what Alertmanager shows.",
  );
}

const suspicious = /\/\/|\\|%2f|%5c|(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)|[^\x21-\x7e]/i;

/**
 * True for paths that two servers may read differently: absolute form, empty and dot segments, encoded separators.
 * They are refused for every destination.
 */
export function isAmbiguous(path: string): boolean {
  return path.charCodeAt(0) !== 47 || suspicious.test(path);
}
