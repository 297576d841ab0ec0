import { pushLogs, pushMetric } from '@oriel/seed-client/testing/push';
import { type Answer, ask } from '../../fixtures/http.ts';
import { until } from '../../fixtures/until.ts';
import type { Visitor } from './people.ts';
import { word } from './words.ts';
import type { Side, TenancyWorld } from './world.ts';

/** What of B an attacker may know already and ask for by name: its numbers and uids in Grafana. */
export interface Known {
  readonly dashboardUid: string;
  readonly dashboardId: number;
  readonly folderUid: string;
  readonly annotationId: number;
  readonly libraryUid: string;
  readonly shortUid: string;
  readonly dataSourceIds: readonly number[];
  readonly userId: number;
}

/** As a browser that has Grafana open in this organization. */
export function askAs(
  { gateway }: TenancyWorld,
  visitor: Visitor,
  { path, method = 'GET', body, orgId }: { path: string; method?: string; body?: unknown; orgId?: number },
): Promise<Answer> {
  return ask({
    port: gateway.port,
    path,
    method,
    headers: {
      ...visitor.headers,
      ...(orgId !== undefined && { 'x-grafana-org-id': String(orgId) }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** Past the gateway, as the worker does it. */
export async function askAdmin({ grafana }: TenancyWorld, path: string, orgId?: number): Promise<unknown> {
  const basic = Buffer.from(`oriel:${grafana.password}`).toString('base64');
  const headers = { authorization: `Basic ${basic}`, ...(orgId && { 'x-grafana-org-id': String(orgId) }) };
  const response = await fetch(`${grafana.url}${path}`, { headers });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

/** Lines, series and alerts of both sides; B's hold words that nothing else holds. */
export async function pushTelemetry({ stores: { logsUrl, metricsUrl }, a, b }: TenancyWorld): Promise<void> {
  const push = async ({ project: { orgId } }: Side, mark: (kind: string) => string) => {
    for (const [cluster, namespace] of [
      ['near', 'pay'],
      ['far', 'cart'],
    ] as const) {
      const labels = { cluster, namespace, project: orgId, pod: mark('pod') };
      await pushLogs(logsUrl, orgId, labels, [`msg=${mark('line')}`]);
      await pushMetric(metricsUrl, orgId, 'orders', { ...labels, shop: mark('series') }, 42);
    }
    const annotations = { summary: mark('alert') };
    await fetch(`${metricsUrl}/alertmanager/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-scope-orgid': orgId },
      body: JSON.stringify([{ labels: { alertname: 'Down', cluster: 'near', namespace: 'pay' }, annotations }]),
    });
  };
  await push(a, (kind) => `own-${kind}`);
  await push(b, word);
}

/** What people of B made in Grafana, through the gateway. */
export async function fillGrafana(world: TenancyWorld): Promise<Known> {
  const { b, people } = world;
  const make = async <Made>(path: string, body: unknown): Promise<Made> => {
    const answer = await askAs(world, people.bob, { path, method: 'POST', body, orgId: b.orgId });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    return JSON.parse(answer.text) as Made;
  };
  const folder = await make<{ uid: string }>('/api/folders', { title: word('folder') });
  const dashboard = await make<{ uid: string; id: number }>('/api/dashboards/db', {
    dashboard: { title: word('dashboard'), tags: [word('tag')], panels: [] },
    folderUid: folder.uid,
  });
  const annotation = await make<{ id: number }>('/api/annotations', { text: word('annotation'), tags: [word('tag')] });
  const library = await make<{ result: { uid: string } }>('/api/library-elements', {
    name: word('panel'),
    kind: 1,
    model: { type: 'text', title: word('panel') },
    folderUid: folder.uid,
  });
  const short = await make<{ uid: string }>('/api/short-urls', { path: `d/${dashboard.uid}/x?var-a=${word('link')}` });
  const sources = (await askAdmin(world, '/api/datasources', b.orgId)) as { id: number }[];
  const user = (await askAdmin(world, `/api/users/lookup?loginOrEmail=${people.bob.userId}`)) as { id: number };
  return {
    dashboardUid: dashboard.uid,
    dashboardId: dashboard.id,
    folderUid: folder.uid,
    annotationId: annotation.id,
    libraryUid: library.result.uid,
    shortUid: short.uid,
    dataSourceIds: sources.map(({ id }) => id),
    userId: user.id,
  };
}

/** A query as panels and Explore send it. */
export function query(type: 'prometheus' | 'loki', expr: string, more: Readonly<Record<string, unknown>> = {}) {
  const uid = type === 'loki' ? 'oriel-logs' : 'oriel-metrics';
  const datasource = { type, uid };
  const how = type === 'loki' ? { queryType: 'range', maxLines: 100 } : { instant: true, range: false };
  return {
    from: String(Date.now() - 3_600_000),
    to: String(Date.now() + 60_000),
    queries: [{ refId: 'A', datasource, expr, intervalMs: 60_000, maxDataPoints: 100, ...how, ...more }],
  };
}

/** Everything of B as its owner sees it: the ways by which a leak would show. */
export async function seenByOwner(world: TenancyWorld, known: Known): Promise<string> {
  const { b, people } = world;
  const alerts = '/api/datasources/proxy/uid/oriel-alerts/alertmanager/api/v2/alerts';
  const gets = [
    '/api/search?query=',
    `/api/dashboards/uid/${known.dashboardUid}`,
    '/api/annotations',
    `/api/library-elements/${known.libraryUid}`,
    '/api/user',
    '/api/user/orgs',
    '/api/org',
    alerts,
  ];
  const read = (path: string) => askAs(world, people.bob, { path, orgId: b.orgId });
  const post = (body: unknown) =>
    askAs(world, people.bob, { path: '/api/ds/query', method: 'POST', body, orgId: b.orgId });
  const look = async () => {
    const [lines, series] = [await post(query('loki', '{pod=~".+"}')), await post(query('prometheus', 'orders'))];
    return lines.text.includes(word('line')) && series.text.includes(word('series'))
      ? lines.text + series.text
      : undefined;
  };
  const data = await until('B’s own data in Grafana', look, { seconds: 60 });
  const texts = await Promise.all(gets.map(async (path) => (await read(path)).text));
  const goTo = await read(`/goto/${known.shortUid}?orgId=${b.orgId}`);
  return [data, ...texts, String(goTo.headers.location)].join('\n');
}
