// From nothing to the first answer: creates a project, registers a cluster by its kubeconfig, switches monitoring and
// logging on, waits until the first signals arrive, and asks for both.
//   ORIEL_URL=… ORIEL_TOKEN=… KUBECONFIG=… node examples/typescript/onboard-cluster.ts shop edge-1
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { answerOf } from '@oriel/api-client/client';
import { oriel, variable } from './environment.ts';
import { queryLogs, queryMetric } from './query.ts';
import { succeeded, until } from './wait.ts';

const [project = 'shop', name = 'edge-1'] = process.argv.slice(2);
const kubeconfig = await readFile(variable('KUBECONFIG'), 'utf8');

/** One key per thing that is created: a request that is sent again creates nothing twice. */
const once = () => ({ 'Idempotency-Key': randomUUID() });

await oriel.POST('/projects', { params: { header: once() }, body: { name: `Project ${project}`, slug: project } });
console.log(`project ${project} created`);

const checked = answerOf(
  await oriel.POST('/projects/{project}/preflights', { params: { path: { project } }, body: { kubeconfig } }),
);
for (const check of checked.checks.filter(({ ok }) => ok === false)) console.log(`${check.message} ${check.fix ?? ''}`);

const { clusterId } = answerOf(
  await oriel.POST('/projects/{project}/clusters', {
    params: { path: { project }, header: once() },
    body: { name, region: 'example', kubeconfig, monitoring: false, logging: false },
  }),
);
console.log(`cluster ${name} registered: ${clusterId}`);

const path = { clusterId };
const { operationId } = answerOf(
  await oriel.PATCH('/clusters/{clusterId}/switches', { params: { path }, body: { monitoring: true, logging: true } }),
);
if (operationId !== null) await succeeded(operationId);
console.log('monitoring and logging are on');

const { firstLogAt, firstMetricAt } = await until('the first signals', 180, async () => {
  const cluster = answerOf(await oriel.GET('/clusters/{clusterId}', { params: { path } }));
  return cluster.firstLogAt && cluster.firstMetricAt ? cluster : undefined;
});
console.log(`first line at ${firstLogAt}, first sample at ${firstMetricAt}`);

const lines = await until('a line', 60, async () => {
  const found = await queryLogs(project, `{cluster="${name}"}`);
  return found.length > 0 ? found : undefined;
});
console.log(`newest line: ${lines[0]}`);
const series = await until('a series', 60, () => queryMetric(project, `count({cluster="${name}"})`));
console.log(`${series} series`);
