// Deletes a cluster from a project: Oriel leaves the cluster, what was stored stays until it expires.
//   ORIEL_URL=… ORIEL_TOKEN=… node examples/typescript/remove-cluster.ts shop edge-1
import { answerOf } from '@oriel/api-client/client';
import { oriel } from './environment.ts';
import { succeeded } from './wait.ts';

const [project = 'shop', name = 'edge-1'] = process.argv.slice(2);

const { clusters } = answerOf(await oriel.GET('/projects/{project}/clusters', { params: { path: { project } } }));
const cluster = clusters.find((found) => found.name === name);
if (cluster === undefined) throw new Error(`There is no cluster ${name} in ${project}.`);

const { operationId } = answerOf(
  await oriel.DELETE('/clusters/{clusterId}', {
    params: { path: { clusterId: cluster.id }, query: { confirmName: name } },
  }),
);
if (operationId !== null) await succeeded(operationId);
console.log(`cluster ${name} removed`);
