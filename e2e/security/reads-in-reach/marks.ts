import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Words that stand in the stores' data and say whose it is; no query contains them. */
export interface Marks {
  readonly inside: string;
  readonly outside: string;
  readonly foreign: string;
}

export function newMarks(): Marks {
  const mark = () => `zq${randomBytes(6).toString('hex')}`;
  return { inside: mark(), outside: mark(), foreign: mark() };
}

type Labels = Readonly<Record<string, string>>;

const clusters = ['a', 'b', 'c', 'a.1', 'aX1', 'A', 'ab', 'a|b', '.*', 'é', undefined];
const namespaces = ['x', 'y', 'z', 'x-1', 'xy', 'X', 'x|y', '"x"', undefined];
/** What the generated queries ask for. */
export const metricNames = ['up', 'sum', 'rate', 'by', 'start', 'on_call', 'offset_total', 'fill', 'le'];

/** Every pair of a cluster and a namespace, the readers' own and those that a careless matcher would take for them. */
export function allPairs(isInside: (cluster: string, namespace: string) => boolean, marks: Marks): Labels[] {
  return clusters.flatMap((cluster) =>
    namespaces.map((namespace) => ({
      app: 'api',
      ...(cluster !== undefined && { cluster }),
      ...(namespace !== undefined && { namespace }),
      pod:
        cluster !== undefined && namespace !== undefined && isInside(cluster, namespace) ? marks.inside : marks.outside,
    })),
  );
}

export async function pushMarkedLogs(logsUrl: string, orgId: string, pairs: readonly Labels[]): Promise<void> {
  const now = BigInt(Date.now()) * 1_000_000n;
  const streams = pairs.map((stream) => ({
    stream,
    values: [2n, 1n, 0n].map((ago) => [
      String(now - ago * 1_000_000_000n),
      `level=${ago === 0n ? 'warn' : 'info'} msg="${stream.pod}" n=${ago + 7n} took=${ago + 12n}ms size=3KB secret_${stream.pod}=1`,
    ]),
  }));
  await post(`${logsUrl}/loki/api/v1/push`, orgId, { streams });
}

/** Two samples of each metric for every pair, a histogram, and one metric whose very name is a mark. */
export async function pushMarkedMetrics(metricsUrl: string, orgId: string, pairs: readonly Labels[]): Promise<void> {
  const now = Date.now();
  const points = (labels: Labels) =>
    [10_000, 0].map((ago) => ({
      attributes: Object.entries(labels).map(([key, text]) => ({ key, value: { stringValue: text } })),
      timeUnixNano: `${now - ago}000000`,
      asDouble: Math.floor((now - ago) / 1_000) % 1_000_000,
    }));
  const gauge = (name: string, of: readonly Labels[]) => ({
    name,
    description: `help ${of.length === 1 ? of[0]?.pod : 'of many'}`,
    gauge: { dataPoints: of.flatMap(points) },
  });
  const named = [...new Map(pairs.map((labels) => [labels.pod, labels])).values()];
  const buckets = pairs.flatMap((labels) => ['1', '5', '+Inf'].map((le) => ({ ...labels, le })));
  const metrics = [
    ...metricNames.map((name) => gauge(name, pairs)),
    gauge('took_bucket', buckets),
    ...named.map((labels) => gauge(`only_${labels.pod}`, [labels])),
  ];
  await post(`${metricsUrl}/otlp/v1/metrics`, orgId, { resourceMetrics: [{ scopeMetrics: [{ metrics }] }] });
}

const ruleOf = (mark: string, labels: Labels, expr: string) => ({
  alert: `Alert_${mark}`,
  expr,
  labels,
  annotations: { summary: `${mark} {{ $labels.pod }}` },
});

/** Rules of which one is the readers' own, in Mimir. */
export async function putMarkedRules(metricsUrl: string, orgId: string, marks: Marks): Promise<void> {
  const group = {
    name: `group-${marks.outside.slice(0, 2)}`,
    interval: '5s',
    rules: [
      ruleOf(marks.inside, { cluster: 'a', namespace: 'x' }, 'up{cluster="a",namespace="x"}'),
      ruleOf(marks.outside, { cluster: 'b', namespace: 'x' }, 'up{cluster="b"}'),
      // Whose alerts these are is said by their series.
      ruleOf('each', {}, 'up'),
    ],
  };
  const response = await fetch(`${metricsUrl}/prometheus/config/v1/rules/proof`, {
    method: 'POST',
    headers: { 'content-type': 'application/yaml', 'x-scope-orgid': orgId },
    // YAML reads JSON.
    body: JSON.stringify(group),
  });
  if (!response.ok) throw new Error(`Mimir took no rules: ${response.status} ${await response.text()}`);
}

/** The same for Loki, whose ruler reads files from where it started. */
export async function writeMarkedRules(rulesFolder: string, orgId: string, marks: Marks): Promise<void> {
  const count = (selector: string) => `count_over_time({${selector}}[1h]) > 0`;
  const rules = [
    ruleOf(marks.inside, { cluster: 'a', namespace: 'x' }, count('cluster="a",namespace="x"')),
    ruleOf('each', {}, count('app="api"')),
    ruleOf(marks.outside, { cluster: 'b' }, count('cluster="b"')),
  ];
  await mkdir(join(rulesFolder, orgId), { recursive: true });
  const groups = { groups: [{ name: 'proof', interval: '5s', rules }] };
  await writeFile(join(rulesFolder, orgId, 'rules.yaml'), JSON.stringify(groups));
}

async function post(url: string, orgId: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-scope-orgid': orgId };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
}
