import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createDb, type Db } from '@oriel/db/client';
import { SecretBox } from '@oriel/db/secret-box';
import { LocalKeyProvider } from '@oriel/db/secrets/local-key-provider';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { writeKeyFile } from '@oriel/db/testing/keys';
import { bound } from '@oriel/testbed/embedded/bound';
import { startGrafana } from '@oriel/testbed/grafana/start-grafana';
import { freePort } from '@oriel/testbed/process/free-port';
import { startProcess } from '@oriel/testbed/process/managed-process';
import { startSeedStores } from '@oriel/testbed/seed/start-stores';
import { until } from '../../fixtures/until.ts';
import { publicOrigin, type RunningGateway, startGatewayProcess } from '../read-path/gateway.ts';
import { grafanaHost } from '../read-path/grafana-rows.ts';
import { addProject, addSeed, type Project } from '../read-path/rows.ts';
import { addPeople, type People } from './people.ts';
import { word } from './words.ts';

/** A project with its organization as the worker has made it. */
export interface Side {
  readonly project: Project;
  readonly organizationId: string;
  readonly orgId: number;
  /** What its data sources show. */
  readonly authorization: string;
}

export interface TenancyWorld {
  readonly db: Db;
  readonly gateway: RunningGateway;
  readonly grafana: { readonly url: string; readonly password: string };
  readonly stores: { readonly logsUrl: string; readonly metricsUrl: string };
  /** Whose people attack. */
  readonly a: Side;
  /** Whose data they are after. */
  readonly b: Side;
  readonly people: People;
}

/** Real stores, a real Grafana, the gateway and the worker as processes; two projects, each in step in Grafana. */
export async function withTenancyWorld<Result>(
  databaseUrl: string,
  use: (world: TenancyWorld) => Promise<Result>,
): Promise<Result> {
  const home = await mkdtemp(join(tmpdir(), 'oriel-tenancy-'));
  const db = createDb(databaseUrl);
  const stopping: (() => Promise<unknown>)[] = [() => rm(home, { recursive: true }), () => db.$disconnect()];
  const keep = <Started extends { stop(): Promise<void> }>(started: Started): Started => {
    stopping.push(() => started.stop());
    return started;
  };
  try {
    const password = randomUUID();
    const [ports, grafanaPort] = [await storePorts(), await freePort()];
    const starting = [
      startSeedStores({ home, ports }).then(keep),
      startGrafana({
        home,
        port: grafanaPort,
        adminPassword: password,
        publicOrigin: `http://${grafanaHost}`,
        controlOrigin: publicOrigin,
      }).then(keep),
    ] as const;
    await Promise.allSettled(starting);
    const [stores, grafana] = await Promise.all(starting);
    const seedId = await addSeed(db, stores);
    const projects = {
      a: await addProject(db, seedId, { slug: 'shop', clusters: ['near', 'far'] }),
      b: await addProject(db, seedId, { slug: 'bank', clusters: ['near'] }),
    };
    await db.project.update({ where: { id: projects.b.id }, data: { name: word('project') } });
    const people = await addPeople(db, projects);
    const environment = { ORIEL_GRAFANA_URL: grafana.url };
    const gateway = keep(await startGatewayProcess(home, databaseUrl, { environment }));
    const keyFile = join(home, 'keys.json');
    await writeKeyFile(keyFile);
    const worker = keep(await startWorker({ home, databaseUrl, keyFile, grafana, gateway, password }));
    const secrets = new SecretBox(await LocalKeyProvider.open(keyFile));
    const [a, b] = [await inStep(db, secrets, projects.a), await inStep(db, secrets, projects.b)];
    // From here on whatever changes in Grafana was done by somebody else.
    await worker.stop();
    return await use({ db, gateway, grafana: { url: grafana.url, password }, stores, a, b, people });
  } finally {
    for (const stop of stopping.reverse()) await stop();
  }
}

async function storePorts() {
  return {
    lokiHttp: await freePort(),
    lokiGrpc: await freePort(),
    mimirHttp: await freePort(),
    mimirGrpc: await freePort(),
  };
}

interface WorkerOptions {
  readonly home: string;
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly grafana: { readonly url: string };
  readonly gateway: RunningGateway;
  readonly password: string;
}

async function startWorker({ home, databaseUrl, keyFile, grafana, gateway, password }: WorkerOptions) {
  const passwordFile = join(home, 'grafana-password');
  await writeFile(passwordFile, password);
  return startProcess(
    bound({
      name: 'worker',
      command: process.execPath,
      args: [fileURLToPath(new URL('../../../apps/worker/src/main.ts', import.meta.url))],
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        ORIEL_KEY_FILE: keyFile,
        ORIEL_GRAFANA_URL: grafana.url,
        ORIEL_GRAFANA_ADMIN_PASSWORD_FILE: passwordFile,
        ORIEL_GRAFANA_GATEWAY_URL: gateway.origin,
      },
      logFile: join(home, 'worker.log'),
    }),
  );
}

async function inStep(db: Db, secrets: SecretBox, project: Project): Promise<Side> {
  const look = async () => {
    const row = await db.grafanaOrganization.findUniqueOrThrow({ where: { projectId: project.id } });
    const { id, orgId, secretEnvelope, generation, observedGeneration } = row;
    if (orgId === null || secretEnvelope === null || generation !== observedGeneration) return undefined;
    const secret = await secrets.open(placeOf('grafanaSecret', id), secretEnvelope);
    return { project, organizationId: id, orgId, authorization: `Bearer ${secret}` };
  };
  return until(`Grafana to be in step with "${project.slug}"`, look, { seconds: 180 });
}
