import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashToken } from '@oriel/db/opaque-token';
import { openSecretBox } from '@oriel/db/secret-box';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { bound } from '@oriel/testbed/embedded/bound';
import { freePort } from '@oriel/testbed/process/free-port';
import { startProcess } from '@oriel/testbed/process/managed-process';
import { vi } from 'vitest';
import { env } from '@/env.ts';
import { callerFor } from '../world.ts';
import { registerAccepted, type Stage } from './clusters.ts';

const main = (app: 'worker' | 'gateway') =>
  fileURLToPath(new URL(`../../../../../${app}/src/main.ts`, import.meta.url));
const nowhere = 'http://127.0.0.1:9';

/** Worker and gateway as they run in production, with all that they may log in this folder. */
export async function plantInProcesses(stage: Stage, folder: string): Promise<void> {
  await meetIndiscreetCluster(stage, folder);
  await askGateway(stage, folder);
}

/** Three clusters whose API server took their token once, and then quotes it to the worker in each refusal. */
async function meetIndiscreetCluster(stage: Stage, folder: string): Promise<void> {
  const { db, vault, api } = stage;
  const tokens = Array.from({ length: 3 }, () => vault.invent('token quoted to the worker'));
  const ids: string[] = [];
  for (const token of tokens) ids.push(await registerAccepted(stage, token));
  for (const token of tokens) api.indiscreetAbout.add(token);
  const worker = await startProcess(
    bound({
      name: 'worker',
      command: process.execPath,
      args: [main('worker')],
      logFile: join(folder, 'worker.log'),
      readyText: '"msg":"working"',
    }),
  );
  try {
    const said = { clusterId: { in: ids }, message: { contains: 'may not do that' } };
    const heard = async () => {
      if ((await db.clusterCondition.count({ where: said })) < ids.length)
        throw new Error('The worker says nothing yet.');
    };
    await vi.waitFor(heard, { timeout: 60_000, interval: 100 });
  } finally {
    await worker.stop();
  }
}

/** Tokens of a service account, a person's and nobody's, and the secret of a data source, shown to the gateway. */
async function askGateway(stage: Stage, folder: string): Promise<void> {
  const { db, world, vault } = stage;
  const project = world.own.slug;
  const owner = callerFor(db, world.headers.owner);
  const { id: serviceAccountId } = await owner.serviceAccounts.create({ project, name: 'seeded' });
  const { value } = await owner.serviceAccounts.createToken({ project, serviceAccountId, name: 'ci' });
  const secret = vault.keep('Grafana’s secret', `og_${vault.random()}`);
  const organization = await addSecret(stage, secret);
  const shown: Record<string, string>[] = [
    { authorization: `Bearer ${vault.keep('service account’s token', value)}` },
    { authorization: `Bearer oriel_pat_${vault.invent('token of nobody')}` },
    { cookie: `oriel.session=${vault.invent('cookie of nobody')}` },
    { authorization: `Bearer ${secret}`, 'x-grafana-user': world.people.owner.id },
    { authorization: `Bearer ${vault.keep('secret of no data source', `og_${vault.random()}`)}` },
  ];
  const ingestToken = join(folder, 'ingest-token');
  await writeFile(ingestToken, 'a secret of nginx, long enough for it');
  const port = await freePort();
  const gateway = await startProcess(
    bound({
      name: 'gateway',
      command: process.execPath,
      args: [main('gateway')],
      env: {
        ...process.env,
        PORT: String(port),
        ORIEL_REMOTE_CONFIG_PORT: String(await freePort()),
        ORIEL_WEB_URL: nowhere,
        ORIEL_GRAFANA_URL: nowhere,
        ORIEL_INGEST_TOKEN_FILE: ingestToken,
      },
      logFile: join(folder, 'gateway.log'),
      readyText: '"msg":"gateway is up"',
    }),
  );
  try {
    const paths = [
      `/api/projects/${project}/loki/api/v1/labels`,
      '/api/global/prometheus/api/v1/query?query=up',
      `/grafana/v1/organizations/${organization}/prometheus/api/v1/query?query=up`,
      '/p/shop',
    ];
    const answers = shown.flatMap((headers) =>
      paths.map((path) => fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'manual' })),
    );
    const texts = (await Promise.all(answers)).map((answer) => answer.text());
    await writeFile(join(folder, 'answers-of-the-gateway'), (await Promise.all(texts)).join('\n'));
  } finally {
    await gateway.stop();
  }
}

/** As the worker leaves a project's organization when it has made it in Grafana. */
async function addSecret({ db, world }: Stage, secret: string): Promise<string> {
  const { id } = await db.grafanaOrganization.findUniqueOrThrow({ where: { projectId: world.own.id } });
  const box = await openSecretBox(env().ORIEL_KEY_FILE);
  const secretEnvelope = await box.seal(placeOf('grafanaSecret', id), secret);
  await db.grafanaOrganization.update({
    where: { id },
    data: { orgId: 7, secretHash: hashToken(secret), secretEnvelope },
  });
  return id;
}
