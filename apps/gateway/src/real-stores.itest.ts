import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testDatabase } from '@oriel/db/testing/postgres';
import { pushLogs, pushMetric } from '@oriel/seed-client/testing/push';
import { ensureParts } from '@oriel/testbed/parts/ensure';
import { freePort } from '@oriel/testbed/process/free-port';
import { type SeedStores, startSeedStores } from '@oriel/testbed/seed/start-stores';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { publicOrigin, type RunningGateway, startTestGateway } from './testing/gateway-under-test.ts';
import { createPerson, createProject, createSeed, type TestPerson } from './testing/rows.ts';

// Two projects on one real Loki and one real Mimir, read by browsers, programs, promtool and logcli.

const run = promisify(execFile);
const database = testDatabase();
let home: string;
let stores: SeedStores;
let programs: Readonly<Record<string, string>>;
let gateway: RunningGateway;
let anna: TestPerson;
let bert: TestPerson;
let root: TestPerson;

beforeAll(async () => {
  programs = await ensureParts(['promtool', 'logcli']);
  home = await mkdtemp(join(tmpdir(), 'oriel-real-stores-'));
  const ports = {
    lokiHttp: await freePort(),
    lokiGrpc: await freePort(),
    mimirHttp: await freePort(),
    mimirGrpc: await freePort(),
  };
  stores = await startSeedStores({ home, ports });
  for (const slug of ['shop', 'bank']) {
    const labels = { namespace: slug, pod: `${slug}-1` };
    await pushLogs(stores.logsUrl, `${slug}-org`, labels, [`level=info msg="line of ${slug}"`]);
    await pushMetric(stores.metricsUrl, `${slug}-org`, 'orders', labels, 42);
  }
  const { db } = database;
  const seedId = await createSeed(db, 'seed', stores);
  anna = await createPerson(db, 'anna', { [await createProject(db, 'shop', seedId)]: 'viewer' });
  bert = await createPerson(db, 'bert', { [await createProject(db, 'bank', seedId)]: 'viewer' });
  root = await createPerson(db, 'root', {});
  await db.user.update({ where: { id: root.userId }, data: { isPlatformAdmin: true } });
  gateway = await startTestGateway(database.url);
  // A store that has just started takes a moment for its first answers.
  for (const path of ['loki/api/v1/query_range?query={pod="shop-1"}', 'prometheus/api/v1/query?query=orders']) {
    await vi.waitFor(async () => expect(await read('shop', path, anna.byToken)).toContain('shop-1'), {
      timeout: 20_000,
      interval: 250,
    });
  }
}, 1_800_000);

afterAll(async () => {
  await gateway?.close();
  await stores?.stop();
  await rm(home, { recursive: true, force: true });
});

async function read(slug: string, path: string, headers: Record<string, string>): Promise<string> {
  return (await fetch(`${gateway.origin}/api/projects/${slug}/${path}`, { headers })).text();
}

const everything = [
  'prometheus/api/v1/query?query={__name__!=""}',
  'prometheus/api/v1/query_range?query=orders&start=0&end=1&step=1',
  'prometheus/api/v1/series?match[]={__name__!=""}',
  'prometheus/api/v1/labels',
  'prometheus/api/v1/label/pod/values',
  'prometheus/api/v1/metadata',
  'prometheus/api/v1/query_exemplars?query=orders',
  'prometheus/api/v1/status/buildinfo',
  'prometheus/api/v1/rules',
  'prometheus/api/v1/alerts',
  'alertmanager/api/v2/alerts',
  'alertmanager/api/v2/alerts/groups',
  'alertmanager/api/v2/silences',
  'alertmanager/api/v2/status',
  'alertmanager/api/v2/receivers',
  'loki/prometheus/api/v1/rules',
  'loki/prometheus/api/v1/alerts',
  'loki/api/v1/query_range?query={pod=~".%2B"}',
  'loki/api/v1/query?query=count_over_time({pod=~".%2B"}[1h])',
  'loki/api/v1/series?match[]={pod=~".%2B"}',
  'loki/api/v1/labels',
  'loki/api/v1/label/pod/values',
  'loki/api/v1/index/stats?query={pod=~".%2B"}',
  'loki/api/v1/index/volume?query={pod=~".%2B"}',
  'loki/api/v1/index/volume_range?query={pod=~".%2B"}',
  'loki/api/v1/patterns?query={pod=~".%2B"}',
  'loki/api/v1/detected_fields?query={pod=~".%2B"}',
  'loki/api/v1/detected_labels',
  'loki/api/v1/format_query?query={pod=~".%2B"}',
];

describe('two projects on the same stores', () => {
  it.each(everything)('see nothing of each other: %s', async (path) => {
    const own = await fetch(`${gateway.origin}/api/projects/shop/${path}`, { headers: anna.byToken });
    const text = await own.text();
    expect([own.status, text.includes('bank')]).toEqual([200, false]);
    const forged = { ...anna.byToken, 'x-scope-orgid': 'bank-org' };
    expect(await read('shop', path, forged)).not.toContain('bank');
    const others = await fetch(`${gateway.origin}/api/projects/bank/${path}`, { headers: forged });
    expect([others.status, (await others.text()).includes('bank-1')]).toEqual([404, false]);
  });

  it('each see their own', async () => {
    expect(await read('bank', 'loki/api/v1/query_range?query={pod="bank-1"}', bert.bySession)).toContain(
      'line of bank',
    );
    expect(await read('bank', 'prometheus/api/v1/query?query=orders', bert.bySession)).toContain('"42"');
  });

  it('read by form as a browser does', async () => {
    const response = await fetch(`${gateway.origin}/api/projects/shop/loki/api/v1/query_range`, {
      method: 'POST',
      headers: { ...anna.bySession, origin: publicOrigin },
      body: new URLSearchParams({ query: '{pod="shop-1"} |= `line`', limit: '10' }),
    });
    expect(await response.text()).toContain('line of shop');
  });

  it.each([
    ['loki/api/v1/query_range?query={pod=', /parse error at line 1/],
    ['prometheus/api/v1/query?query=sum(', /parse error/],
  ])('are told what is wrong with a query: %s', async (path, message) => {
    const response = await fetch(`${gateway.origin}/api/projects/shop/${path}`, { headers: anna.byToken });
    expect([response.status, await response.text()]).toEqual([400, expect.stringMatching(message)]);
  });
});

describe('promtool', () => {
  const server = () => `${gateway.origin}/api/projects/shop/prometheus`;
  async function promtool(...args: string[]): Promise<string> {
    const config = join(home, 'promtool.yaml');
    await writeFile(config, `authorization:\n  credentials: ${anna.token}\n`);
    return (
      await run(programs.promtool ?? '', ['query', args[0] ?? '', `--http.config.file=${config}`, ...args.slice(1)])
    ).stdout;
  }

  it('asks for an instant', async () => {
    expect(await promtool('instant', server(), 'orders')).toMatch(/orders\{.*pod="shop-1".*\} => 42/);
  });

  it('asks for a range', async () => {
    expect(await promtool('range', server(), 'orders')).toMatch(/42 @/);
  });

  it('asks for series and labels', async () => {
    expect(await promtool('series', server(), '--match=orders')).toContain('pod="shop-1"');
    expect(await promtool('labels', server(), 'pod')).toBe('shop-1\n');
  });

  it('shows why it may not', async () => {
    await expect(promtool('instant', server().replace('shop', 'bank'), 'orders')).rejects.toMatchObject({
      stderr: expect.stringContaining('There is no such project, or you are not a member of it'),
    });
  });
});

describe('logcli', () => {
  async function logcli(...args: string[]): Promise<string> {
    const env = { ...process.env, LOKI_ADDR: `${gateway.origin}/api/projects/shop`, LOKI_BEARER_TOKEN: anna.token };
    return (await run(programs.logcli ?? '', ['--quiet', ...args], { env })).stdout;
  }

  it('asks for lines', async () => {
    expect(await logcli('query', '{pod="shop-1"}', '--output=raw')).toBe('level=info msg="line of shop"\n');
  });

  it('asks for labels and series', async () => {
    expect(await logcli('labels')).toContain('pod');
    expect(await logcli('labels', 'pod')).toBe('shop-1\n');
    expect(await logcli('series', '{namespace="shop"}')).toContain('pod="shop-1"');
  });

  it('tails what comes, until the right is gone', async () => {
    const tail = spawnTail('{namespace="shop"}');
    try {
      await vi.waitFor(() => expect(tail.said()).toContain('line of shop'), { timeout: 20_000, interval: 100 });
      for (const slug of ['bank', 'shop']) {
        await pushLogs(stores.logsUrl, `${slug}-org`, { namespace: 'shop', pod: 'live' }, [`live of ${slug}`]);
      }
      await vi.waitFor(() => expect(tail.said()).toContain('live of shop'), { timeout: 20_000, interval: 100 });
      expect(tail.said()).not.toContain('bank');
      await database.db.apiToken.update({ where: { id: anna.tokenId }, data: { revokedAt: new Date() } });
      await vi.waitFor(() => expect(tail.said()).toMatch(/close 4403: You are not signed in/), { timeout: 5_000 });
    } finally {
      tail.process.kill();
      await database.db.apiToken.update({ where: { id: anna.tokenId }, data: { revokedAt: null } });
    }
  });

  function spawnTail(query: string) {
    const env = { ...process.env, LOKI_ADDR: `${gateway.origin}/api/projects/shop`, LOKI_BEARER_TOKEN: anna.token };
    const child = spawn(programs.logcli ?? '', ['query', '--tail', '--output=raw', query], { env });
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    return { process: child, said: () => said };
  }

  it('asks for volume and counts', async () => {
    expect(await logcli('volume', '{namespace="shop"}')).toContain('shop');
    expect(await logcli('instant-query', 'count_over_time({pod="shop-1"}[1h])')).toContain('"1"');
  });
});

describe('all projects, for an administrator', () => {
  it('by promtool', async () => {
    const config = join(home, 'root.yaml');
    await writeFile(config, `authorization:\n  credentials: ${root.token}\n`);
    const args = ['query', 'instant', `--http.config.file=${config}`, `${gateway.origin}/api/global/prometheus`];
    const { stdout } = await run(programs.promtool ?? '', [...args, 'sum(orders)']);
    expect(stdout).toContain('=> 84');
  });

  it('by logcli, live as well', async () => {
    const env = { ...process.env, LOKI_ADDR: `${gateway.origin}/api/global`, LOKI_BEARER_TOKEN: root.token };
    const args = ['--quiet', 'query', '{pod=~".+-1"}', '--output=raw'];
    const { stdout } = await run(programs.logcli ?? '', args, { env });
    expect(stdout.match(/line of (?:shop|bank)/g)?.sort()).toEqual(['line of bank', 'line of shop']);
    const tail = spawn(programs.logcli ?? '', [...args, '--tail'], { env });
    let said = '';
    tail.stdout.on('data', (chunk) => {
      said += chunk;
    });
    try {
      const lines = () => said.match(/line of (?:shop|bank)/g)?.sort();
      await vi.waitFor(() => expect(lines()).toEqual(['line of bank', 'line of shop']), { timeout: 20_000 });
    } finally {
      tail.kill();
    }
  });

  it.each(everything)('answers %s', async (path) => {
    const response = await fetch(`${gateway.origin}/api/global/${path}`, { headers: root.byToken });
    expect(response.status).toBe(200);
  });
});
