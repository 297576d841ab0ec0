import { setTimeout } from 'node:timers/promises';
import type { Tenant } from '../tenants.ts';

/** Two hundred and fifty tenants of one seed: three parts. */
export const manyTenants: readonly Tenant[] = Array.from({ length: 250 }, (_, index) => {
  const project = `p${String(index).padStart(3, '0')}`;
  return { seedId: 'seed-id', seedName: 'seed', orgId: `${project}-00000000`, project };
});

/** The platform's own, in which there is nothing. */
export const platformTenant: Tenant = {
  seedId: 'seed-id',
  seedName: 'seed',
  orgId: 'oriel-platform',
  project: undefined,
};

/** The same figure for the same words: data that looks like chance, and is the same in every run. */
export function figure(...words: readonly (string | number)[]): number {
  let state = 2_166_136_261;
  for (const char of words.join('/')) state = Math.imul(state ^ char.charCodeAt(0), 16_777_619);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  return ((state ^ (state >>> 12)) >>> 0) / 2 ** 32;
}

/** One series of one tenant, a value each quarter of a minute. */
interface Written {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly values: readonly number[];
}

/** Not every tenant has every series: matches must come out the same where a side is missing. */
function seriesOf({ project, orgId }: Tenant): readonly Written[] {
  const pods = [0, 1].map((index) => ({
    pod: `pod-${index}`,
    namespace: `ns-${Math.floor(figure(orgId, index) * 4)}`,
  }));
  const values = (name: string, pod: string) =>
    Array.from({ length: 21 }, (_, at) => Math.round(figure(orgId, name, pod, at) * 1e6) / 1e3);
  return pods.flatMap((labels, index) => {
    const own = { project: project ?? '', ...labels };
    const gauges = ['load', 'size'].filter((name) => figure(orgId, name, index) < 0.8);
    let total = 0;
    const counted = values('hits', labels.pod).map((value) => (total += Math.round(value)));
    return [
      ...gauges.map((name) => ({ name, labels: own, values: values(name, labels.pod) })),
      { name: 'hits', labels: own, values: counted },
    ];
  });
}

export async function writeMetrics(metricsUrl: string, tenants: readonly Tenant[], end: number): Promise<void> {
  for (const tenant of tenants) {
    const metrics = seriesOf(tenant).map(({ name, labels, values }) => ({
      name,
      gauge: {
        dataPoints: values.map((asDouble, index) => ({
          attributes: Object.entries(labels).map(([key, stringValue]) => ({ key, value: { stringValue } })),
          timeUnixNano: `${(end - (values.length - 1 - index) * 15) * 1_000}000000`,
          asDouble,
        })),
      },
    }));
    const body = { resourceMetrics: [{ scopeMetrics: [{ metrics }] }] };
    await post(`${metricsUrl}/otlp/v1/metrics`, tenant.orgId, body);
  }
}

export async function writeLogs(logsUrl: string, tenants: readonly Tenant[], end: number): Promise<void> {
  for (const { orgId, project = '' } of tenants) {
    const streams = [0, 1].map((index) => ({
      stream: { project, pod: `pod-${index}`, namespace: `ns-${Math.floor(figure(orgId, index) * 4)}` },
      values: Array.from({ length: 4 }, (_, at) => [
        `${Math.round((end - figure(orgId, index, at) * 240) * 1_000)}000000`,
        `level=info bytes=${Math.round(figure(orgId, 'bytes', index, at) * 1_000)} line ${at} of ${project}`,
      ]),
    }));
    await post(`${logsUrl}/loki/api/v1/push`, orgId, { streams });
  }
}

/** A store opens a database for each new tenant, and gives up on that after two seconds where the machine is busy. */
async function post(url: string, orgId: string, body: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json', 'x-scope-orgid': orgId };
  for (let left = 10; ; left--) {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    if (response.ok) return;
    const text = `${url} answered ${response.status}: ${await response.text()}`;
    if (left === 0 || response.status < 500) throw new Error(text);
    await setTimeout(500);
  }
}
