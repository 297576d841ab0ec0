// Writes what exporters say of the metrics that agents may send (type and help), as the metrics page shows it: Alloy
// sends no metadata by itself. `node scripts/metric-help.ts <kubeconfig>`, a cluster with Oriel's agents; what this
// cluster does not expose stays as it is in the file.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { metricHelp } from '@oriel/agent-config/generated/metric-help';
import { readHelp } from '@oriel/agent-config/read-help';
import { agentNamespace } from '@oriel/domain/desired-state';
import { kubectl } from '@oriel/testbed/cluster/kubectl';
import { repository } from '@oriel/testbed/embedded/repository';

const file = join(repository, 'packages/agent-config/src/generated/metric-help.ts');
const head = `// Written by scripts/metric-help.ts; what is scraped itself, and what no cluster at hand exposes, by hand.
import type { MetricHelp } from '../read-help.ts';

/** By name; a histogram by its name without _sum and _count. */
export const metricHelp: Readonly<Record<string, MetricHelp>> = `;

const [kubeconfigPath] = process.argv.slice(2);
if (kubeconfigPath === undefined) throw new Error('Name the kubeconfig of a cluster with agents.');
const get = (path: string) => kubectl({ kubeconfigPath }, ['get', '--raw', path]);

interface Listed {
  readonly items: readonly {
    readonly metadata: { readonly name: string };
    readonly spec: {
      readonly containers?: readonly { readonly ports?: readonly { readonly containerPort: number }[] }[];
    };
  }[];
}

const nodes = JSON.parse(await get('/api/v1/nodes')) as Listed;
const pods = JSON.parse(await get(`/api/v1/namespaces/${agentNamespace}/pods`)) as Listed;
const paths = [
  '/metrics/slis',
  ...nodes.items.flatMap(({ metadata: { name } }) =>
    ['metrics', 'metrics/cadvisor'].map((path) => `/api/v1/nodes/${name}/proxy/${path}`),
  ),
  ...pods.items.flatMap(({ metadata: { name }, spec }) =>
    (spec.containers ?? [])
      .flatMap(({ ports = [] }) => ports)
      .map(({ containerPort }) => `/api/v1/namespaces/${agentNamespace}/pods/${name}:${containerPort}/proxy/metrics`),
  ),
];
const found = await Promise.allSettled(paths.map(async (path) => readHelp(await get(path))));
found.forEach((one, index) => {
  if (one.status === 'rejected') console.error(`${paths[index]}: ${String(one.reason).split('\n')[0]}`);
});
const all = Object.assign({}, metricHelp, ...found.map((one) => (one.status === 'fulfilled' ? one.value : {})));
const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
await writeFile(file, `${head}${JSON.stringify(sorted, null, 2)};\n`);
console.log(`${Object.keys(sorted).length} metrics described in ${file}`);
