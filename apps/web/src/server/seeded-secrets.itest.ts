import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDb, type Db } from '@oriel/db/client';
import { createPool, type Pool } from '@oriel/db/pool';
import { openSecretBox } from '@oriel/db/secret-box';
import { placeOf } from '@oriel/db/secrets/secret-columns';
import { dumpTables } from '@oriel/db/testing/dump';
import { type EmbeddedServer, startEmbeddedServer } from '@oriel/db/testing/embedded-server';
import { type Hit, SecretSearch, type Sought } from '@oriel/db/testing/secret-search';
import { createFromTemplate, createTemplate } from '@oriel/db/testing/template';
import { type GullibleApiServer, startGullibleApiServer } from '@oriel/k8s/testing/gullible-api-server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { env } from '@/env.ts';
import { createSignInLimits } from '@/features/sign-in/server/limits.ts';
import { plantKubeconfigs } from './testing/seeded-secrets/clusters.ts';
import { plantPeople } from './testing/seeded-secrets/people.ts';
import { plantInProcesses } from './testing/seeded-secrets/processes.ts';
import { Vault } from './testing/seeded-secrets/vault.ts';
import { publicOrigin, secret, testEnv } from './testing/test-env.ts';
import { callerFor, makeWorld, type World } from './testing/world.ts';

/** What the web process and PostgreSQL write to their logs. */
const logged = vi.hoisted(() => {
  // Files share their processes: what another one has loaded holds the real logger.
  vi.resetModules();
  return { web: [] as string[], postgres: [] as string[] };
});
vi.mock('pino', async (original) => {
  const real = await original<typeof import('pino')>();
  const pino = (options: import('pino').LoggerOptions) =>
    real.pino(options, { write: (line) => void logged.web.push(line) });
  return { ...real, pino: Object.assign(pino, real.pino) };
});

// Everything that writes files does so below this folder: the server's data, temporary files, the home of the web process.
const outerFolder = tmpdir();
let folder: string;
let server: EmbeddedServer;
let url: string;
let db: Db;
let pool: Pool;
let api: GullibleApiServer;
let world: World;
const vault = new Vault();

beforeAll(async () => {
  folder = await mkdtemp(join(outerFolder, 'oriel-seeded-'));
  // PostgreSQL's own account has to pass through it.
  await chmod(folder, 0o755);
  vi.stubEnv('TMPDIR', folder);
  // The least discreet that a server can be made: every statement with its parameters.
  const settings = { log_statement: 'all', log_error_verbosity: 'verbose', log_parameter_max_length_on_error: '-1' };
  server = await startEmbeddedServer({ settings, onLog: (text) => logged.postgres.push(text) });
  await createTemplate(server.url);
  url = await createFromTemplate(server.url, 'seeded');
  db = createDb(url);
  pool = createPool(url, 2);
  api = await startGullibleApiServer();
});
testEnv(() => url);
beforeAll(() => {
  vi.stubEnv('LOG_LEVEL', 'trace');
  vi.stubEnv('ORIEL_ALLOW_LOOPBACK_CLUSTERS', 'true');
});
afterAll(async () => {
  vi.resetModules();
  await api?.stop();
  await pool?.end();
  await db?.$disconnect();
  await server?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Everything that outlives a request, and what the API says about it. */
async function searchEverywhere(sought: readonly Sought[]): Promise<{ hits: Hit[]; searched: Record<string, number> }> {
  const searched: Record<string, number> = {};
  const hits: Hit[] = [];
  const look = (part: string, where: string, bytes: Buffer) => {
    const search = new SecretSearch(sought);
    hits.push(...search.find(`${part}: ${where}`, bytes));
    searched[part] = (searched[part] ?? 0) + bytes.length;
  };
  for (const { name, content } of await dumpTables(url)) look('database', name, content);
  look('log of the web process', '', Buffer.from(logged.web.join('')));
  look('log of PostgreSQL', '', Buffer.from(logged.postgres.join('')));
  look('answers', 'lists', Buffer.from(JSON.stringify(await listsOfTheApi())));
  await pool.query('CHECKPOINT');
  for (const file of await readdir(folder, { recursive: true })) {
    const path = join(folder, file);
    const isFile = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    );
    if (isFile && path !== env().ORIEL_KEY_FILE) look('files', file, await readFile(path).catch(() => Buffer.alloc(0)));
  }
  return { hits, searched };
}

async function listsOfTheApi(): Promise<unknown[]> {
  const [owner, admin] = [callerFor(db, world.headers.owner), callerFor(db, world.headers.admin)];
  return [
    await admin.audit.listAll(),
    await owner.audit.list({ project: world.own.slug }),
    await owner.members.list({ project: world.own.slug }),
    await owner.fleet.list({}),
    await owner.operations.list({ project: world.own.slug }),
    await owner.tokens.list(),
    await owner.account.sessions(),
    await admin.users.list(),
    await admin.seeds.list(),
    await admin.identityProviders.list(),
    await owner.serviceAccounts.list({ project: world.own.slug }),
  ];
}

test('none of 200 secrets is anywhere in plain text, in any form; planted ones are found wherever they are', async () => {
  world = await makeWorld(db);
  const options = { db, publicOrigin, trustedHops: 1, secret, limits: createSignInLimits(pool) };
  await plantKubeconfigs({ db, world, vault, api });
  await plantPeople({ db, world, vault, api }, options);
  await plantInProcesses({ db, world, vault, api }, folder);
  expect(vault.sought.length).toBeGreaterThanOrEqual(200);
  const texts = vault.sought.flatMap((sought) => sought.texts);
  expect(new Set(texts).size).toBe(texts.length);

  // They went where they belong, and what went wrong was written down.
  const { id, kubeconfigEnvelope } = await db.cluster.findFirstOrThrow({
    where: { region: 'eu-1', kubernetesVersion: 'v1.34.4' },
  });
  const opened = await (await openSecretBox(env().ORIEL_KEY_FILE)).open(placeOf('kubeconfig', id), kubeconfigEnvelope);
  expect(vault.sought.some(({ texts }) => texts.some((text) => opened.includes(text)))).toBe(true);
  expect(logged.web.length).toBeGreaterThan(10);
  expect(logged.postgres.join('')).toMatch(/INSERT INTO[\s\S]*kubeconfig_envelope/);

  const { k1 = '' } = (JSON.parse(await readFile(env().ORIEL_KEY_FILE, 'utf8')) as { keys: Record<string, string> })
    .keys;
  const own = [
    { name: 'the key file’s key', texts: [k1] },
    { name: 'the secret of next-auth', texts: [secret] },
  ];
  const { hits, searched } = await searchEverywhere([...vault.sought, ...own]);
  const megabytes = Object.entries(searched).map(([part, bytes]) => `${part} ${(bytes / 1e6).toFixed(1)} MB`);
  console.log(
    `${vault.sought.length} secrets looked for in ${megabytes.join(', ')}: ${hits.length} in plain text (pass: 0)`,
  );
  expect(hits).toEqual([]);

  const control = 'a-control-secret/that+must be found';
  const bytes = Buffer.from(control.slice(0, 32));
  await db.setting.create({
    data: { key: 'control', value: { note: Buffer.from(`user:${control}`).toString('base64') } },
  });
  const dates = { createdAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) };
  await db.oneTimeLink.create({ data: { userId: world.people.owner.id, tokenHash: bytes, ...dates } });
  await db.user.update({ where: { id: world.people.viewer.id }, data: { name: control } });
  logged.web.push(JSON.stringify({ msg: control }));
  await writeFile(join(folder, 'cache'), Buffer.from(control).toString('hex'));
  const found = await searchEverywhere([{ name: 'control', texts: [control, control.slice(0, 32)] }]);
  const places = new Set(found.hits.map(({ where }) => where));
  for (const place of ['database: public.settings', 'database: public.one_time_links', 'database: public.users']) {
    expect(places).toContain(place);
  }
  for (const place of ['log of the web process: ', 'log of PostgreSQL: ', 'answers: lists', 'files: cache']) {
    expect(places).toContain(place);
  }
}, 240_000);
