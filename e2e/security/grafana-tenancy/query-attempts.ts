import { type Attempt, asAlice, type Target } from './attempts.ts';
import { query } from './contents.ts';

const sources = [
  ['oriel-metrics', 'api/v1/query?query=orders'],
  ['oriel-logs', 'loki/api/v1/query_range?query=%7Bpod%3D~%22.%2B%22%7D'],
  ['oriel-alerts', 'alertmanager/api/v2/alerts'],
] as const;

/** Out of the data source's own address, and to other data sources. */
export function pathTricks(target: Target): Attempt[] {
  const { world, known } = target;
  const { b, gateway, stores } = world;
  const door = `grafana/v1/organizations/${b.organizationId}`;
  const ups = ['..', '%2e%2e', '.%2e', '%252e%252e', '..%2f', '..%5c', '..\\', '..;', '..%00', '%c0%ae%c0%ae'];
  const tricks = sources.flatMap(([uid, call]) => {
    const program = { 'oriel-metrics': 'prometheus', 'oriel-logs': 'loki', 'oriel-alerts': 'alertmanager' }[uid];
    const there = `${door}/${program}/${call}`;
    return ['proxy/uid/%', 'uid/%/resources'].flatMap((form) => {
      const base = `/api/datasources/${form.replace('%', uid)}`;
      return [
        ...ups.flatMap((up) => [1, 3, 4, 5, 6].map((times) => `${base}/${`${up}/`.repeat(times)}${there}`)),
        ...ups.map((up) => `${base}/${up}/${up}/${b.organizationId}/${program}/${call}`),
        `${base}//${there}`,
        `${base}/%2f${there}`,
        `${base}/\\${there}`,
        `${base}/http://127.0.0.1:${gateway.port}/${there}`,
        `${base}/${gateway.origin.replace('http:', '')}/${there}`,
        `${base}/@127.0.0.1:${new URL(stores.metricsUrl).port}/${call}`,
        `${base}/%3f/${there}`,
        `${base}/%23/${there}`,
        `${base};${there}`,
      ];
    });
  });
  const others = known.dataSourceIds.flatMap((id) =>
    [String(id), `uid/${id}`, `id/${id}`, `uid/oriel-metrics-${id}`].flatMap((name) => [
      `/api/datasources/proxy/${name}/api/v1/query?query=orders`,
      `/api/datasources/${name}/resources/api/v1/label/shop/values`,
      `/api/datasources/${name}/health`,
      `/api/datasources/${name}`,
    ]),
  );
  const ask = (what: string) => (path: string) => ({ kind: 'data source paths', what, path, headers: asAlice(target) });
  return [...tricks.map(ask('out of the address')), ...others.map(ask('another data source'))];
}

/** Everything that a query can say about whose data it wants. */
export function queries(target: Target): Attempt[] {
  const { world, known } = target;
  const { b } = world;
  const { orgId: tenant } = b.project;
  const promql = [
    'orders',
    '{__name__!=""}',
    `orders{project="${tenant}"}`,
    `orders{__tenant_id__="${tenant}"}`,
    `{__name__=~".+",__tenant_id__=~".+"}`,
    `orders or orders{project="${tenant}"}`,
    `count by (shop) ({__name__="orders"})`,
    `label_replace(orders, "x", "$1", "shop", "(.*)")`,
    'group by (shop, pod, project) ({shop!=""})',
  ];
  const logql = [
    '{pod=~".+"}',
    `{project="${tenant}"}`,
    `{__tenant_id__="${tenant}"}`,
    `{pod=~".+"} | project="${tenant}"`,
    'sum by (pod) (count_over_time({pod=~".+"}[1h]))',
    `sum by (project) (count_over_time({project="${tenant}"}[1h]))`,
  ];
  const claims: readonly Readonly<Record<string, unknown>>[] = [
    {},
    { orgId: b.orgId },
    { headers: { 'X-Scope-OrgID': tenant, 'X-Grafana-Org-Id': b.orgId } },
    { 'X-Scope-OrgID': tenant, tenant },
    ...known.dataSourceIds.flatMap((id) => [
      { datasourceId: id },
      { datasourceId: id, datasource: undefined },
      { datasource: { id } },
      { datasource: { uid: String(id) } },
    ]),
  ];
  const bodies = (['prometheus', 'loki'] as const).flatMap((type) =>
    (type === 'loki' ? logql : promql).flatMap((expr) => claims.map((claim) => query(type, expr, claim))),
  );
  const posted = bodies.map((body) => ({
    kind: 'queries',
    what: JSON.stringify(body.queries[0]),
    method: 'POST',
    path: '/api/ds/query',
    headers: asAlice(target),
    body: { ...body, orgId: b.orgId },
  }));
  const encode = encodeURIComponent;
  const tricks = ['', `&X-Scope-OrgID=${tenant}`, `&orgId=${b.orgId}`, `&tenant=${tenant}`];
  const asked = tricks.flatMap((trick) => [
    ...promql.map((expr) => `oriel-metrics/api/v1/query?query=${encode(expr)}${trick}`),
    ...promql.map((expr) => `oriel-metrics/api/v1/series?match[]=${encode(expr)}${trick}`),
    ...logql.map((expr) => `oriel-logs/loki/api/v1/query_range?query=${encode(expr)}${trick}`),
    ...['labels', 'label/pod/values', 'index/volume?query=%7Bpod%3D~%22.%2B%22%7D', 'series'].map(
      (call) => `oriel-logs/loki/api/v1/${call}${call.includes('?') ? '' : '?'}${trick}`,
    ),
    ...['label/shop/values', 'metadata', 'rules', 'alerts'].map((call) => `oriel-metrics/api/v1/${call}?${trick}`),
    ...['alerts', 'alerts/groups', 'silences', 'status', 'receivers'].map(
      (call) => `oriel-alerts/alertmanager/api/v2/${call}?filter=project="${tenant}"${trick}`,
    ),
  ]);
  const proxied = asked.map((path) => ({
    kind: 'queries',
    what: 'through the data source proxy',
    path: `/api/datasources/proxy/uid/${path}`,
    headers: asAlice(target),
  }));
  return [...posted, ...proxied];
}

/** At the data sources' own door, past Grafana. */
export function atTheDoor({ world }: Target): Attempt[] {
  const { a, b, people, gateway } = world;
  const host = `127.0.0.1:${gateway.port}`;
  const [alice, bob] = [people.alice.userId, people.bob.userId];
  const shown: readonly (readonly [what: string, of: 'a' | 'b', Readonly<Record<string, string | string[]>>])[] = [
    ['no secret', 'b', { 'x-grafana-user': bob }],
    ['no secret, the owner of B', 'a', { 'x-grafana-user': bob }],
    ['A’s secret', 'b', { authorization: a.authorization, 'x-grafana-user': bob }],
    ['A’s secret, alice', 'b', { authorization: a.authorization, 'x-grafana-user': alice }],
    ['B’s secret, alice', 'b', { authorization: b.authorization, 'x-grafana-user': alice }],
    ['B’s secret for A', 'a', { authorization: b.authorization, 'x-grafana-user': bob }],
    ['both secrets', 'b', { authorization: [a.authorization, b.authorization], 'x-grafana-user': alice }],
    ['B’s secret, nobody', 'b', { authorization: b.authorization }],
    ['B’s secret, an empty name', 'b', { authorization: b.authorization, 'x-grafana-user': '' }],
    ['B’s secret, the worker', 'b', { authorization: b.authorization, 'x-grafana-user': 'oriel' }],
    ['B’s secret, two people', 'b', { authorization: b.authorization, 'x-grafana-user': [bob, alice] }],
    ['B’s secret, a list', 'b', { authorization: b.authorization, 'x-grafana-user': `${bob},${alice}` }],
    ['B’s secret, the owner elsewhere', 'b', { authorization: b.authorization, x_grafana_user: bob }],
    ['Connection takes the name away', 'b', { authorization: b.authorization, connection: 'x-grafana-user, close' }],
    ['A’s secret, the owner of B', 'a', { authorization: a.authorization, 'x-grafana-user': bob }],
    ['a cookie', 'b', { cookie: people.alice.headers.cookie, 'x-grafana-user': bob }],
    [
      'basic',
      'b',
      { authorization: `Basic ${Buffer.from(b.authorization).toString('base64')}`, 'x-grafana-user': bob },
    ],
  ];
  return shown.flatMap(([what, of, headers]) =>
    [
      'prometheus/api/v1/query?query=orders',
      'loki/loki/api/v1/labels',
      'alertmanager/alertmanager/api/v2/alerts',
    ].flatMap((call) =>
      [host, people.alice.headers.host].map((at) => ({
        kind: 'data source door',
        what,
        path: `/grafana/v1/organizations/${{ a, b }[of].organizationId}/${call}`,
        headers: { host: at, ...headers },
        mustFail: true as const,
      })),
    ),
  );
}
