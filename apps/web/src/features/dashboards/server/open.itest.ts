import { redeemGrafanaTicket } from '@oriel/db/grafana-sign-in';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);
// The environment is read once in a process.
beforeAll(() => {
  vi.stubEnv('ORIEL_GRAFANA_URL', 'http://127.0.0.1:3008');
});

let world: World;
let orgId = 100;
beforeEach(async () => {
  world = await makeWorld(database.db);
});

const as = (who: keyof World['headers']) => callerFor(database.db, world.headers[who]);
const organizationOf = (projectId: string) =>
  database.db.grafanaOrganization.findFirstOrThrow({ where: { projectId } });

async function makeOrganization(): Promise<number> {
  orgId += 1;
  await database.db.grafanaOrganization.update({ where: { projectId: world.own.id }, data: { orgId } });
  return orgId;
}

test('a member gets a ticket for their own session, and the page with its organization', async () => {
  const made = await makeOrganization();
  const { url } = await as('viewer').dashboards.open({
    project: world.own.slug,
    to: '/d/oriel-pods?kiosk&var-pod=a#x',
  });
  const { origin, pathname, searchParams } = new URL(url);
  expect([origin, pathname]).toEqual(['http://grafana.oriel.localhost:3000', '/oriel/enter']);
  expect(searchParams.get('to')).toBe(`/d/oriel-pods?kiosk&var-pod=a&orgId=${made}#x`);
  expect(await redeemGrafanaTicket(database.db, searchParams.get('ticket') ?? '')).toBeDefined();
  const { id } = await organizationOf(world.own.id);
  expect(await database.db.grafanaVisitor.count({ where: { organizationId: id } })).toBe(0);
});

test('an administrator without a role there visits', async () => {
  await makeOrganization();
  const { id: organizationId, generation } = await organizationOf(world.own.id);
  for (const _ of [1, 2]) await as('admin').dashboards.open({ project: world.own.slug });
  const { id: userId } = world.people.admin;
  expect(await database.db.grafanaVisitor.count({ where: { organizationId, userId } })).toBe(1);
  expect((await organizationOf(world.own.id)).generation).toBe(generation + 1n);
  const entries = await database.db.auditEntry.findMany({ where: { action: 'grafana.visit', actorId: userId } });
  expect(entries).toMatchObject([{ projectId: world.own.id, credential: 'session' }]);
});

test('what is not made yet says so', async () => {
  await expect(as('viewer').dashboards.open({ project: world.own.slug })).rejects.toThrow(/are being made/);
  await expect(as('admin').dashboards.openAll({})).rejects.toThrow(/are being made/);
});

test.each([
  '//evil.example',
  'https://evil.example',
  '/\\evil.example',
  '/d/a b',
  '',
  '/d/a?orgId=2',
  '/d/a?org%49d=2',
])('no way leads to %j', async (to) => {
  await makeOrganization();
  await expect(as('viewer').dashboards.open({ project: world.own.slug, to })).rejects.toThrow();
});

test('a token opens nothing', async () => {
  await makeOrganization();
  const { value } = await as('owner').tokens.create({ name: 'ci' });
  const caller = callerFor(database.db, new Headers({ authorization: `Bearer ${value}` }));
  await expect(caller.dashboards.open({ project: world.own.slug })).rejects.toThrow(/in a browser/);
});

test('strangers learn nothing, and only administrators open all projects', async () => {
  await makeOrganization();
  await expect(as('stranger').dashboards.open({ project: world.own.slug })).rejects.toThrow(/no such project/);
  await expect(as('owner').dashboards.openAll({})).rejects.toThrow(/administrators/);
});
