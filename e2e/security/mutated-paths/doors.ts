import type { Seen } from '@oriel/ingest/nginx.fixture';
import type { RecordedWorld } from '../read-path/recorded-world.ts';
import { whyNotOpen } from './judge.ts';

/** Paths before they are bent, and who asks for them: lines of a head, one set after the other. */
interface Door {
  readonly plain: readonly string[];
  readonly heads: readonly string[];
  /** What a store saw that it should not have. */
  readonly whyWrong: (seen: Seen) => string | undefined;
}

const open = [
  '/prometheus/api/v1/query?query=up',
  '/prometheus/api/v1/label/pod/values',
  '/loki/api/v1/labels',
  '/loki/api/v1/query_range?query={a="b"}',
  '/loki/prometheus/api/v1/rules',
  '/alertmanager/api/v2/alerts',
  '/alertmanager/api/v2/alerts/groups',
];
const closed = [
  ...['/loki/api/v1/push', '/loki/api/v1/delete?query={a="b"}', '/loki/api/v1/rules', '/loki/config', '/loki/ready'],
  ...['/prometheus/config/v1/rules', '/prometheus/api/v1/admin/tsdb/delete_series', '/prometheus/api/v1/write'],
  ...['/prometheus/api/v1/read', '/prometheus/metrics', '/prometheus/ingester/shutdown'],
  ...['/prometheus/api/v1/user_limits', '/prometheus/api/v1/cardinality/label_values'],
  ...['/prometheus/multitenant_alertmanager/configs', '/alertmanager/api/v1/alerts', '/alertmanager/api/v2/silence/x'],
];
const pages = [
  ...['/loki/api/v1/push', '/config', '/distributor/all_user_stats', '/api/v1/push', '/alertmanager/api/v2/alerts'],
  ...['/p/shop', '/', '/api/trpc/a', '/_next/static/x.js'],
];
/** Below the address of a data source a store's own path follows. */
const ofStore = (path: string) => path.replace(/^\/(loki|alertmanager)(?=\/(?:api|config|ready))/, '/$1/$1');
const atGrafana = [
  ...['/api/search', '/d/oriel-pods', '/explore', '/api/user', '/api/dashboards/uid/oriel-pods'],
  ...['/api/datasources/proxy/uid/oriel-metrics/api/v1/query', '/public/build/app.js', '/api/ds/query'],
  ...[
    '/api/admin/settings',
    '/api/orgs',
    '/api/orgs/102/users',
    '/api/datasources',
    '/api/users',
    '/metrics',
    '/login',
  ],
  ...['/api/datasources/proxy/uid/other/api/v1/query', '/api/serviceaccounts', '/api/user/using/102', '/api/live/ws'],
];

/** Members of a project, an administrator of all of them, Grafana's data sources, and Grafana's own host. */
export function doorsOf(world: RecordedWorld): readonly Door[] {
  const { own, other, readers, administrator, everyTenant, organizations } = world;
  const [organization, foreign] = organizations;
  const head = (...lines: readonly string[]) => [...lines, 'Connection: close', '', ''].join('\r\n');
  const byToken = ({ headers }: (typeof readers)[number]) => head('Host: x', `Authorization: ${headers.authorization}`);
  const read = (slug: string, rest: string) => `/api/projects/${slug}${rest}`;
  const ofData = (id: string, rest: string) => `/grafana/v1/organizations/${id}${ofStore(rest)}`;
  const person = [`Authorization: ${organization.authorization}`, `X-Grafana-User: ${readers[0].userId}`];
  const browser = [`Host: ${world.atGrafana.host}`, `Cookie: ${world.atGrafana.cookie}`];
  const theirOwn = (seen: Seen) => whyNotOpen(seen, [[own.orgId]]);
  return [
    {
      plain: [
        ...[own, other].flatMap(({ slug }) => [...open, ...closed].map((rest) => read(slug, rest))),
        // For administrators only.
        ...open.map((rest) => `/api/global${rest}`),
        ...pages,
      ],
      heads: readers.map(byToken),
      whyWrong: theirOwn,
    },
    {
      plain: [...open, ...closed].map((rest) => `/api/global${rest}`),
      heads: [byToken(administrator)],
      // Rules and alerts are asked for project by project.
      whyWrong: (seen) => whyNotOpen(seen, [everyTenant, [own.orgId], [other.orgId]]),
    },
    {
      plain: [organization, foreign].flatMap(({ id }) => [...open, ...closed].map((rest) => ofData(id, rest))),
      heads: [head('Host: x', ...person)],
      whyWrong: theirOwn,
    },
    {
      plain: atGrafana.map((path) => `${path}?orgId=${organization.orgId}`),
      heads: [head(...browser), head(...browser, `Origin: ${world.atGrafana.origin}`, 'Content-Length: 0')],
      whyWrong: theirOwn,
    },
  ];
}
