import { OrielError } from '@oriel/domain/errors';
import type { GrafanaRole } from '@oriel/domain/grafana';

/** What the door lets through, and for whom. */
export interface AllowedCall {
  /** Files of Grafana's own are everybody's and name no organization. */
  readonly kind: 'file' | 'page' | 'api';
  readonly needs: GrafanaRole;
  /** Whether it leaves something behind that others see. */
  readonly isChange: boolean;
  /** Of the organization, where the path itself names one. */
  readonly orgId?: number;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Rule = readonly [methods: readonly Method[], path: string];

const uid = '[A-Za-z0-9_-]{1,64}';
const ours = 'oriel-(?:metrics|logs|alerts)';
const below = '[A-Za-z0-9_.:/%-]*';
/** Grafana's Prometheus plug-in decodes a path once more than its router: an encoded `%` would leave the data source's address. */
const plain = '[A-Za-z0-9_./:-]*';
/** Since Grafana 12 objects are also addressed as in Kubernetes, the organization as a namespace. */
const namespace = `(?<version>v[0-9a-z]+)/namespaces/org-(?<orgId>[1-9][0-9]{0,8})`;
const get: readonly Method[] = ['GET'];
const post: readonly Method[] = ['POST'];

// Read off the front end of Grafana 10 (`getBackendSrv()` in public/app, and what a browser was seen to ask), with what
// 11 to 13 ask instead. Whatever is not here is refused: other organizations and their switch, people and teams,
// administration, data sources and permissions as objects, public dashboards, snapshots, alerting, live channels,
// plug-ins as apps, tokens, storage, metrics of Grafana itself.
const files: readonly Rule[] = [
  [get, `/public/${below}`],
  [get, '/(?:favicon\\.ico|robots\\.txt)'],
  [get, '/avatar/[0-9a-f]{32,64}'],
  // Which version it is.
  [get, '/api/health'],
];

const pages: readonly Rule[] = [
  [get, '/'],
  [get, `/d(?:-solo)?/${uid}(?:/[A-Za-z0-9_.%-]*)?`],
  [get, `/dashboards(?:/f/${uid}(?:/${below})?)?/?`],
  [get, '/dashboard/(?:new|import)'],
  [get, '/dashboards/folder/new'],
  [get, '/explore'],
  [get, '/(?:library-panels|bookmarks)/?'],
  [get, `/goto/${uid}`],
];

const readings: readonly Rule[] = [
  [get, '/api/frontend/settings/?'],
  [get, '/bootdata/?'],
  [post, '/api/frontend-metrics'],
  [get, '/api/user/?'],
  [get, '/api/user/(?:orgs|preferences|stars)'],
  [get, '/api/org/?'],
  [get, '/api/access-control/user/(?:actions|permissions)'],
  [get, '/api/search/?'],
  [get, '/api/search/sorting'],
  [get, '/api/dashboards/(?:home|tags)'],
  [get, `/api/dashboards/uid/${uid}`],
  [get, '/api/folders/?'],
  [get, `/api/folders/${uid}(?:/counts)?`],
  [get, '/api/folders/id/[0-9]{1,18}'],
  [get, '/api/library-elements/?'],
  [get, `/api/library-elements/(?:name/[A-Za-z0-9_.%-]{1,300}|${uid}(?:/connections/?)?)`],
  [get, '/api/annotations/?'],
  [get, '/api/annotations/tags'],
  [get, `/api/plugins/${uid}/(?:settings|markdown/[A-Za-z_]{1,64})`],
  // Queries. The data-source door decides what they read.
  [post, '/api/ds/query'],
  [['GET', 'POST'], `/api/datasources/(?:proxy/uid/${ours}|uid/${ours}/resources)/${plain}`],
  [get, `/api/datasources/uid/${ours}/(?:health|correlations)`],
  [get, '/api/datasources/correlations'],
  // A person's own: stars, what they asked in Explore, links they shortened.
  [['POST', 'DELETE'], `/api/user/stars/dashboard/(?:uid/)?${uid}`],
  [['GET', 'POST'], '/api/query-history/?'],
  [['PATCH', 'DELETE'], `/api/query-history/${uid}`],
  [['POST', 'DELETE'], `/api/query-history/star/${uid}`],
  [post, '/api/short-urls'],
  // Grafana 12 and 13.
  [get, '/apis/(?:dashboard|folder)\\.grafana\\.app/?(?:v[0-9a-z]+/?)?'],
  [get, `/apis/dashboard\\.grafana\\.app/${namespace}/(?:dashboards|librarypanels)(?:/${uid}(?:/dto)?)?`],
  [get, `/apis/dashboard\\.grafana\\.app/${namespace}/search(?:/sortable)?`],
  [get, `/apis/folder\\.grafana\\.app/${namespace}/folders(?:/${uid}(?:/(?:access|children|counts|parents))?)?`],
  [get, `/apis/preferences\\.grafana\\.app/${namespace}/preferences(?:/${below})?`],
  [post, `/apis/query\\.grafana\\.app/${namespace}/query`],
  [post, `/apis/features\\.grafana\\.app/${namespace}/ofrep/v1/evaluate/flags(?:/[A-Za-z0-9_.-]{1,128})?`],
];

const helpOfEditing: readonly Rule[] = [
  [post, '/api/dashboards/(?:validate|trim|calculate-diff)'],
  [get, `/api/dashboards/(?:uid/${uid}|id/[0-9]{1,18})/versions(?:/[0-9]{1,9})?`],
];

const changes: readonly Rule[] = [
  [post, '/api/dashboards/(?:db/?|import)'],
  [['DELETE'], `/api/dashboards/uid/${uid}`],
  [post, `/api/dashboards/(?:uid/${uid}|id/[0-9]{1,18})/restore`],
  [post, '/api/folders/?'],
  [['PUT', 'DELETE'], `/api/folders/${uid}`],
  [post, `/api/folders/${uid}/move`],
  [post, '/api/library-elements/?'],
  [['PATCH', 'DELETE'], `/api/library-elements/${uid}`],
  [post, '/api/annotations/?'],
  [['PUT', 'PATCH', 'DELETE'], '/api/annotations/[0-9]{1,18}'],
  [post, `/apis/dashboard\\.grafana\\.app/${namespace}/(?:dashboards|librarypanels)`],
  [['PUT', 'PATCH', 'DELETE'], `/apis/dashboard\\.grafana\\.app/${namespace}/(?:dashboards|librarypanels)/${uid}`],
  [post, `/apis/folder\\.grafana\\.app/${namespace}/folders`],
  [['PUT', 'PATCH', 'DELETE'], `/apis/folder\\.grafana\\.app/${namespace}/folders/${uid}`],
];

interface Compiled {
  readonly pattern: RegExp;
  readonly methods: ReadonlySet<string>;
  readonly call: AllowedCall;
}

const compile = (rules: readonly Rule[], call: AllowedCall): Compiled[] =>
  rules.map(([methods, path]) => ({ pattern: new RegExp(`^${path}$`), methods: new Set(methods), call }));

const compiled: readonly Compiled[] = [
  ...compile(files, { kind: 'file', needs: 'Viewer', isChange: false }),
  ...compile(readings, { kind: 'api', needs: 'Viewer', isChange: false }),
  ...compile(helpOfEditing, { kind: 'api', needs: 'Editor', isChange: false }),
  ...compile(changes, { kind: 'api', needs: 'Editor', isChange: true }),
  ...compile(pages, { kind: 'page', needs: 'Viewer', isChange: false }),
];

/**
 * `path` without query string, in its plain form.
 *
 * @throws OrielError `not_found` for everything that is not on the list.
 */
export function allowedCall(method: string, path: string): AllowedCall {
  for (const { pattern, methods, call } of compiled) {
    if (!methods.has(method)) continue;
    const match = pattern.exec(path);
    if (match === null) continue;
    const orgId = match.groups?.orgId;
    return orgId === undefined ? call : { ...call, orgId: Number(orgId) };
  }
  throw new OrielError(
    'not_found',
    'This part of Grafana is not open here. Projects, members, data sources and alerts are managed in Oriel.',
  );
}
