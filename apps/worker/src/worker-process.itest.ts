import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openSecretBox } from '@oriel/db/secret-box';
import { writeKeyFile } from '@oriel/db/testing/keys';
import { testDatabase } from '@oriel/db/testing/postgres';
import { observe } from '@oriel/k8s/observe';
import { startTestCluster, type TestCluster } from '@oriel/k8s/testing/test-cluster';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renewLatePods } from './testing/kwok-pods.ts';
import { OrielUnderTest, type Registered } from './testing/oriel-under-test.ts';
import { type SeedUnderTest, startSeed } from './testing/seed-under-test.ts';

const kills = 6;
const database = testDatabase();
let cluster: TestCluster;
let seed: SeedUnderTest;
let oriel: OrielUnderTest;
let registered: Registered;
let folder: string;
let worker: ChildProcess | undefined;

beforeAll(async () => {
  // One after the other: what is there by then is stopped even where the next does not start.
  cluster = await startTestCluster(1);
  seed = await startSeed();
  folder = await mkdtemp(join(tmpdir(), 'oriel-worker-'));
  const keyFile = join(folder, 'keys.json');
  await writeKeyFile(keyFile);
  oriel = new OrielUnderTest(database.db, seed, await openSecretBox(keyFile));
  await oriel.prepare();
});
afterAll(async () => {
  worker?.kill('SIGKILL');
  await Promise.all([cluster?.stop(), seed?.stop()]);
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

/** The worker as it runs in production. */
function startProcess(env: Record<string, string> = {}, stderr: 'inherit' | 'pipe' = 'inherit'): ChildProcess {
  const own = { DATABASE_URL: database.url, ORIEL_KEY_FILE: join(folder, 'keys.json'), LOG_LEVEL: 'warn' };
  return spawn(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url))], {
    env: { ...process.env, ...own, ...env },
    stdio: ['ignore', 'inherit', stderr],
  });
}
async function kill(signal: NodeJS.Signals): Promise<void> {
  if (worker?.exitCode === null && worker.signalCode === null) {
    worker.kill(signal);
    await once(worker, 'exit');
  }
}
/** The steps that need agents end there: what this is about has happened by then. */
async function untilAgents(id: bigint): Promise<void> {
  for (let turn = 1; turn <= 120; turn++) {
    const steps = (await oriel.operation(id)).attempts.at(-1)?.steps;
    if (steps?.find(({ key }) => key === 'agents_ready')?.state === 'succeeded') return;
    if (turn % 20 === 0) await renewLatePods(cluster);
    await wait(500);
  }
  throw new Error(
    `The agents did not get ready: ${JSON.stringify((await oriel.operation(id)).attempts.at(-1)?.steps.map(({ key, state, message }) => [key, state, message]))}`,
  );
}

test(`killed at ${kills} random moments of applying, the next worker ends right: all objects, none twice, none orphaned`, async () => {
  registered = await oriel.register('victim', cluster.access, { monitoring: true, logging: true });
  const times: number[] = [];
  for (let turn = 0; turn < kills; turn++) {
    const id = await oriel.ask(registered, 'apply');
    worker = startProcess();
    // Starting takes a second; an apply takes less. The kill falls before, into or after it.
    await wait(700 + Math.random() * 1_300);
    await kill('SIGKILL');
    const started = Date.now();
    worker = startProcess();
    await untilAgents(id);
    times.push(Date.now() - started);
    const { owned } = await observe(cluster.api, []);
    expect(owned.size).toBe(21);
    expect([...owned.values()].every(({ metadata }) => metadata.deletionTimestamp === undefined)).toBe(true);
    const operation = await oriel.operation(id);
    expect(operation.attempts).toHaveLength(1);
    await kill('SIGTERM');
    if (turn % 3 === 2) await cluster.call('DELETE', '/api/v1/namespaces/oriel-agent/configmaps/oriel-agent-bootstrap');
  }
  expect(await database.db.agentCredential.count({ where: { revokedAt: null } })).toBe(1);
  console.log(`from the new worker's start to agents ready: at most ${Math.max(...times)} ms`);
  expect(Math.max(...times)).toBeLessThan(60_000);
}, 600_000);

const digestOf = (name: string) =>
  `registry.example.com/${name}@sha256:${Buffer.from(name).toString('hex').padEnd(64, '0')}`;
const pins = {
  alloy: digestOf('alloy'),
  kubeStateMetrics: digestOf('kube-state-metrics'),
  busybox: digestOf('busybox'),
  nodeExporter: digestOf('node-exporter'),
};

interface Workloads {
  readonly items: readonly {
    readonly spec: {
      readonly template: { readonly spec: Record<'containers' | 'initContainers', { image: string }[]> };
    };
  }[];
}

/** Of every container that the API server holds for the agents. */
async function appliedImages(): Promise<string[]> {
  const lists = await Promise.all(
    ['daemonsets', 'deployments'].map((kind) => cluster.call('GET', `/apis/apps/v1/namespaces/oriel-agent/${kind}`)),
  );
  const pods = (lists as Workloads[]).flatMap(({ items }) => items.map(({ spec }) => spec.template.spec));
  return pods.flatMap(({ initContainers = [], containers }) =>
    [...initContainers, ...containers].map(({ image }) => image),
  );
}

test('the workloads carry the digests of ORIEL_IMAGES_FILE, and the version tags again without it', async () => {
  const file = join(folder, 'images.json');
  await writeFile(file, JSON.stringify(pins));
  const tagged = await appliedImages();
  expect(tagged.length).toBeGreaterThanOrEqual(4);
  expect(tagged.filter((image) => image.includes('@sha256:'))).toEqual([]);
  for (const [env, isApplied] of [
    [{ ORIEL_IMAGES_FILE: file }, (images: string[]) => Object.values(pins).every((pin) => images.includes(pin))],
    [{}, (images: string[]) => images.toSorted().join() === tagged.toSorted().join()],
  ] as const) {
    worker = startProcess(env);
    await untilAgents(await oriel.ask(registered, 'apply'));
    await kill('SIGTERM');
    const images = await appliedImages();
    expect(images, JSON.stringify(images)).toSatisfy(isApplied);
    expect(images).toHaveLength(tagged.length);
    const others = images.filter((image) => !Object.values(pins).includes(image));
    expect(others).toHaveLength('ORIEL_IMAGES_FILE' in env ? 0 : tagged.length);
  }
}, 180_000);

test('a file that leaves an image out, or names one by its tag, keeps the worker from starting', async () => {
  const file = join(folder, 'half.json');
  for (const wrong of [{ ...pins, alloy: 'grafana/alloy:v1.19.0' }, { alloy: pins.alloy }]) {
    await writeFile(file, JSON.stringify(wrong));
    worker = startProcess({ ORIEL_IMAGES_FILE: file }, 'pipe');
    let said = '';
    worker.stderr?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    const [code] = await once(worker, 'exit');
    expect(code).not.toBe(0);
    expect(said).toContain(`${file} does not name all images by digest`);
  }
}, 60_000);

test('killed while removing, the next worker removes the rest', async () => {
  await database.db.cluster.update({
    where: { id: registered.id },
    data: { monitoringEnabled: false, loggingEnabled: false },
  });
  const id = await oriel.ask(registered, 'remove');
  worker = startProcess();
  await wait(1_200);
  await kill('SIGKILL');
  worker = startProcess();
  await expect.poll(async () => (await oriel.operation(id)).state, { timeout: 60_000 }).toBe('succeeded');
  expect((await observe(cluster.api, [])).owned.size).toBe(0);
}, 120_000);

test('a second worker stands by, and takes over within seconds of the first one’s death', async () => {
  const other = startProcess();
  try {
    await wait(2_500);
    const lease = async () =>
      database.db.$queryRaw<
        { n: bigint }[]
      >`SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    expect((await lease())[0]?.n).toBe(1n);
    await kill('SIGKILL');
    await database.db.cluster.update({ where: { id: registered.id }, data: { loggingEnabled: true } });
    const id = await oriel.ask(registered, 'apply');
    await expect.poll(async () => (await oriel.operation(id)).state, { timeout: 20_000 }).toBe('running');
  } finally {
    other.kill('SIGTERM');
    await once(other, 'exit');
  }
}, 60_000);
