import type { Known } from './contents.ts';
import type { TenancyWorld } from './world.ts';

/** One try of somebody of A. */
export interface Attempt {
  /** What kind of attack it is. */
  readonly kind: string;
  readonly what: string;
  readonly method?: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: unknown;
  /** Any answer below 400 is a success, and not only one with words of B. */
  readonly mustFail?: true;
}

/** What the tables are made of. */
export interface Target {
  readonly world: TenancyWorld;
  readonly known: Known;
}

/** As alice's browser asks in her own organization, with what is given put over it. */
export function asAlice(
  { world: { a, people } }: Target,
  headers: Readonly<Record<string, string | string[] | undefined>> = {},
): Record<string, string | string[]> {
  const all = { ...people.alice.headers, 'x-grafana-org-id': String(a.orgId), ...headers };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Reads that would show something of B if they were B's. */
export function revealingPaths({ known }: Target): readonly string[] {
  return [
    '/',
    `/d/${known.dashboardUid}/x`,
    '/api/user',
    '/api/org',
    '/api/user/orgs',
    '/api/search',
    '/api/frontend/settings',
    '/api/dashboards/home',
    `/api/dashboards/uid/${known.dashboardUid}`,
    `/api/folders/${known.folderUid}`,
    '/api/folders',
    '/api/annotations',
    `/api/library-elements/${known.libraryUid}`,
    '/api/datasources/proxy/uid/oriel-metrics/api/v1/query?query=orders',
    '/api/datasources/proxy/uid/oriel-logs/loki/api/v1/query_range?query=%7Bpod%3D~%22.%2B%22%7D',
    '/api/datasources/proxy/uid/oriel-alerts/alertmanager/api/v2/alerts',
    '/api/datasources/uid/oriel-metrics/resources/api/v1/label/shop/values',
  ];
}

/** `path` with one more parameter. */
export function withParameter(path: string, parameter: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${parameter}`;
}
