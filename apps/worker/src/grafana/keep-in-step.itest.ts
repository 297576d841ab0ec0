import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Db } from '@oriel/db/client';
import { readGrafanaHealth } from '@oriel/db/grafana-health';
import { createLog } from '@oriel/db/log';
import { makeMember, makeProject, type ProjectRow } from '@oriel/db/testing/fixtures';
import { testSecretBox } from '@oriel/db/testing/keys';
import { testDatabase } from '@oriel/db/testing/postgres';
import { GrafanaConnection } from '@oriel/seed-client/grafana/connection';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { GrafanaContext } from './context.ts';
import { keepInStep } from './keep-in-step.ts';
import { GrafanaUnderTest } from './testing/grafana-under-test.ts';

// The loop around the sync, on a real Grafana: how soon, how much, and what becomes of it when Grafana is away.

const database = testDatabase();
const board = { uid: 'oriel-test', title: 'Test', tags: [], model: { panels: [] } };
let grafana: GrafanaUnderTest;
let queries = 0;
let project: ProjectRow;
let stop: AbortController;
let running: Promise<void>;

beforeAll(async () => {
  grafana = await GrafanaUnderTest.start();
  project = await makeProject(database.db);
  begin(grafana.connection);
});
afterAll(async () => {
  await end();
  await grafana.end();
});

function begin(connection: GrafanaConnection): void {
  stop = new AbortController();
  const ctx: GrafanaContext = {
    db: counted(database.db),
    secrets: testSecretBox(),
    log: createLog({ name: 'test', level: 'fatal' }),
    grafana: connection,
    gatewayUrl: 'http://127.0.0.1:1',
    dashboards: { project: [board], platform: [] },
  };
  running = keepInStep(ctx, database.url, stop.signal);
}

async function end(): Promise<void> {
  stop.abort();
  await running;
}

function counted(db: Db): Db {
  const count = ({ args, query }: { args: unknown; query: (args: unknown) => Promise<unknown> }) => {
    queries += 1;
    return query(args);
  };
  return db.$extends({ query: { $allOperations: count } } as never) as unknown as Db;
}

const rowOf = (projectId: string) => database.db.grafanaOrganization.findUniqueOrThrow({ where: { projectId } });

async function inStep(projectId: string): Promise<number> {
  return vi.waitFor(
    async () => {
      const { generation, observedGeneration, orgId } = await rowOf(projectId);
      expect(observedGeneration).toBe(generation);
      return orgId ?? 0;
    },
    { timeout: 60_000, interval: 50 },
  );
}

async function roleOf(projectId: string, login: string): Promise<string | undefined> {
  const { orgId } = await rowOf(projectId);
  const { body } = await grafana.ask('GET', `/api/orgs/${orgId}/users`);
  return (body as { login: string; role: string }[]).find((user) => user.login === login)?.role;
}

/** Milliseconds until Grafana says this of somebody. */
async function until(role: string | undefined, login: string): Promise<number> {
  const start = performance.now();
  await vi.waitFor(async () => expect(await roleOf(project.id, login)).toBe(role), { timeout: 30_000, interval: 25 });
  return Math.round(performance.now() - start);
}

test('what is there at the start is made; a new project and a change of roles arrive in seconds', async () => {
  await inStep(project.id);
  const start = performance.now();
  await inStep((await makeProject(database.db)).id);
  const made = Math.round(performance.now() - start);
  const { id } = await makeMember(database.db, project.id, 'viewer');
  const added = await until('Viewer', id);
  await database.db.roleBinding.updateMany({ where: { userId: id }, data: { role: 'editor' } });
  const raised = await until('Editor', id);
  await database.db.roleBinding.deleteMany({ where: { userId: id } });
  const removed = await until(undefined, id);
  console.log(`ms until Grafana shows it: project ${made}, role given ${added}, changed ${raised}, taken ${removed}`);
  // On an idle machine a tenth of that; what Grafana shows decides nothing that the gateway does not decide again.
  for (const ms of [made, added, raised, removed]) expect(ms).toBeLessThan(20_000);
  expect(await readGrafanaHealth(database.db)).toMatchObject({ configured: true, ok: true, version: '10.0.0-pre' });
});

test('among 2,000 organizations, a change to one costs what it costs among a few', async () => {
  const cost = async () => {
    await inStep(project.id);
    [queries, grafana.connection.calls.length] = [0, 0];
    const { id } = await makeMember(database.db, project.id, 'viewer');
    await until('Viewer', id);
    await inStep(project.id);
    return { queries, calls: grafana.connection.calls.length };
  };
  const few = await cost();
  await database.db.$executeRaw`
    INSERT INTO grafana_organizations (project_id, name, org_id, generation, observed_generation, due_at)
    SELECT gen_random_uuid(), 'of many ' || n, 10000 + n, 1, 1, now() + interval '1 day' FROM generate_series(1, 2000) n`;
  const many = await cost();
  console.log(
    `a change to one organization: ${few.queries} queries and ${few.calls} calls among ` +
      `${await database.db.grafanaOrganization.count({ where: { NOT: { name: { startsWith: 'of many' } } } })}, ` +
      `${many.queries} and ${many.calls} among 2,000 more`,
  );
  // Beside it runs the look every few seconds, of two queries and two calls.
  expect(many.queries).toBeLessThan(few.queries + 20);
  expect(many.calls).toBeLessThan(few.calls + 20);
  await database.db.grafanaOrganization.deleteMany({ where: { name: { startsWith: 'of many' } } });
});

describe('a Grafana in trouble', () => {
  test('one that is away is said to be, and what changed meanwhile arrives when it is back', async () => {
    await grafana.stop();
    const { id } = await makeMember(database.db, project.id, 'viewer');
    await vi.waitFor(async () => expect(await readGrafanaHealth(database.db)).toMatchObject({ ok: false }), {
      timeout: 30_000,
    });
    expect(await readGrafanaHealth(database.db)).toMatchObject({
      version: '10.0.0-pre',
      message: expect.stringContaining('Grafana cannot be reached'),
    });
    await grafana.start();
    await until('Viewer', id);
    expect(await readGrafanaHealth(database.db)).toMatchObject({ ok: true });
  });

  test('one that comes back with an empty database is filled again, everything under new numbers', async () => {
    await inStep(project.id);
    await grafana.stop();
    await grafana.loseDatabase();
    // So that a number of before means another organization now.
    await grafana.start();
    for (const name of ['A', 'B', 'C']) await grafana.ask('POST', '/api/orgs', { body: { name } });
    const before = (await rowOf(project.id)).orgId;
    await vi.waitFor(async () => expect((await rowOf(project.id)).orgId).not.toBe(before), { timeout: 60_000 });
    const orgId = await inStep(project.id);
    expect(await roleOf(project.id, project.owner.id)).toBe('Editor');
    const { body } = await grafana.ask('GET', `/api/orgs/${orgId}`);
    expect(body).toMatchObject({ name: (await rowOf(project.id)).name });
    const rows = await database.db.grafanaOrganization.findMany({ where: { orgId: { in: [2, 3, 4] } } });
    expect(rows).toEqual([]);
  });

  test('one that is slow with one organization holds up no other', async () => {
    await end();
    const orgId = (await rowOf(project.id)).orgId;
    const slow = await startSlowProxy(grafana.url, `/api/orgs/${orgId}/users`);
    const connection = new GrafanaConnection({ url: slow.url, password: grafana.password, timeoutMs: 3_000 });
    begin(connection);
    await makeMember(database.db, project.id, 'viewer');
    const other = await makeProject(database.db);
    await inStep(other.id);
    await vi.waitFor(async () => expect((await rowOf(project.id)).failures).toBeGreaterThan(0), { timeout: 30_000 });
    const { retryAt, generation, observedGeneration, id } = await rowOf(project.id);
    expect([retryAt !== null, observedGeneration < generation]).toEqual([true, true]);
    const own = await database.db.grafanaObject.findFirst({ where: { organizationId: id, kind: 'organization' } });
    expect(own).toMatchObject({ state: 'failed', message: expect.stringContaining('did not answer in time') });
    await slow.heal();
    await inStep(project.id);
    await slow.close();
  });
});

/** Passes everything on, but for one path that never answers until it is healed. */
async function startSlowProxy(target: string, path: string) {
  let isSlow = true;
  const server: Server = createServer(async (request, response) => {
    if (isSlow && request.url === path) return;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async heal() {
      isSlow = false;
    },
    async close() {
      await end();
      server.closeAllConnections();
      server.close();
      begin(grafana.connection);
    },
  };
}
