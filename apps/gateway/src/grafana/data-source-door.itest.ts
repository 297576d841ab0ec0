import { revokeSession } from '@oriel/db/sessions';
import { describe, expect, it, vi } from 'vitest';
import { askAtHost } from '../testing/at-host.ts';
import { grafanaOrigin, grafanaWorld, openGrafana, type TestOrganization } from '../testing/grafana-world.ts';
import { createPerson, type TestPerson } from '../testing/rows.ts';

// Grafana and the store are recorders: for what reaches them and what does not.

const world = grafanaWorld();

describe('the data sources’ door', () => {
  const metrics = ({ id }: TestOrganization) => `/grafana/v1/organizations/${id}/prometheus/api/v1/query?query=up`;

  function query(organization: TestOrganization, headers: object) {
    return askAtHost({
      port: world.gateway.port,
      path: metrics(organization),
      headers: { host: '127.0.0.1', ...headers },
    });
  }

  const page = (cookie: string) =>
    askAtHost({
      port: world.gateway.port,
      path: '/api/search?orgId=7',
      headers: { host: new URL(grafanaOrigin).host, cookie },
    });

  it('answers what the person who asks may read, narrowed', async () => {
    for (const person of [world.anna, world.nora]) await openGrafana(world.db, person);
    const by = ({ userId }: TestPerson) => ({ authorization: world.shop.authorization, 'x-grafana-user': userId });
    expect((await query(world.shop, by(world.anna))).status).toBe(200);
    expect((await query(world.shop, by(world.nora))).status).toBe(200);
    const asked = world.store.requests.map(({ url, body, headers }) => [
      headers['x-scope-orgid'],
      decodeURIComponent(url + body),
    ]);
    expect(asked[0]).toEqual(['shop-org', '/prometheus/api/v1/query?query=up']);
    expect(asked[1]?.[0]).toBe('shop-org');
    expect(asked[1]?.[1]).toContain('cluster="near"');
  });

  it('is closed without the secret, with another’s, without a person, and for foreigners', async () => {
    await openGrafana(world.db, world.anna);
    const person = { 'x-grafana-user': world.anna.userId };
    const { authorization } = world.shop;
    expect((await query(world.shop, person)).status).toBe(401);
    expect((await query(world.shop, { ...person, authorization: world.bank.authorization })).status).toBe(401);
    expect((await query(world.shop, { ...person, ...world.anna.byToken })).status).toBe(401);
    expect((await query(world.shop, { ...person, ...world.anna.bySession })).status).toBe(401);
    expect((await query({ ...world.shop, id: crypto.randomUUID() }, { ...person, authorization })).status).toBe(401);
    const nobody = await query(world.shop, { authorization });
    expect([nobody.status, nobody.text]).toEqual([403, expect.stringContaining('A query without a person is refused')]);
    expect((await query(world.shop, { authorization, 'x-grafana-user': crypto.randomUUID() })).status).toBe(403);
    expect((await query(world.shop, { authorization, 'x-grafana-user': 'oriel' })).status).toBe(403);
    expect((await query(world.bank, { ...person, authorization: world.bank.authorization })).status).toBe(404);
    expect(world.store.requests).toEqual([]);
  });

  it('is none for people who have no dashboards open', async () => {
    const late = await createPerson(world.db, 'late', { [world.shopId]: 'viewer' });
    const headers = { authorization: world.shop.authorization, 'x-grafana-user': late.userId };
    expect((await query(world.shop, headers)).status).toBe(403);
    await openGrafana(world.db, late);
    await vi.waitFor(async () => expect((await query(world.shop, headers)).status).toBe(200), { timeout: 5_000 });
  });

  it('closes with the role, the session, and the project', async () => {
    const { db } = world;
    const gone = await createPerson(db, 'gone', { [world.shopId]: 'viewer' });
    const cookie = await openGrafana(db, gone);
    const asks = async () => [
      (await query(world.shop, { authorization: world.shop.authorization, 'x-grafana-user': gone.userId })).status,
      (await page(cookie)).status,
    ];
    await vi.waitFor(async () => expect(await asks()).toEqual([200, 200]), { timeout: 5_000 });
    await db.roleBinding.deleteMany({ where: { userId: gone.userId } });
    await vi.waitFor(async () => expect(await asks()).toEqual([404, 404]), { timeout: 5_000 });
    await revokeSession(db, gone.userId, gone.sessionId);
    await vi.waitFor(async () => expect(await asks()).toEqual([403, 401]), { timeout: 5_000 });
  });
});
