import { createHash, randomBytes } from 'node:crypto';
import { envelope } from '@oriel/db/testing/fixtures';
import { beforeAll, describe, expect, it } from 'vitest';
import { askAtHost } from '../testing/at-host.ts';
import { grafanaWorld, openGrafana } from '../testing/grafana-world.ts';
import { createPerson, type TestPerson } from '../testing/rows.ts';

const world = grafanaWorld();
const secret = `og_${randomBytes(32).toString('base64url')}`;
let id: string;
let root: TestPerson;

beforeAll(async () => {
  const { db } = world;
  root = await createPerson(db, 'root', {});
  await db.user.update({ where: { id: root.userId }, data: { isPlatformAdmin: true } });
  const secretHash = new Uint8Array(createHash('sha256').update(secret).digest());
  const found = await db.grafanaOrganization.findFirstOrThrow({ where: { isGlobal: true } });
  id = found.id;
  await db.grafanaOrganization.update({ where: { id }, data: { orgId: 2, secretHash, secretEnvelope: envelope } });
});

function query(headers: Record<string, string>) {
  const path = `/grafana/v1/organizations/${id}/prometheus/api/v1/query?query=up`;
  return askAtHost({ port: world.gateway.port, path, headers: { host: '127.0.0.1', ...headers } });
}

describe('the organization over all projects', () => {
  const authorization = `Bearer ${secret}`;

  it('reads every tenant for a platform administrator', async () => {
    await openGrafana(world.db, root);
    expect((await query({ authorization, 'x-grafana-user': root.userId })).status).toBe(200);
    const tenants = world.store.requests.map(({ headers }) => headers['x-scope-orgid']);
    expect(tenants).toEqual(['bank-org|oriel-platform|shop-org']);
  });

  it('is not there for a member, whatever they show', async () => {
    await openGrafana(world.db, world.anna);
    expect((await query({ authorization, 'x-grafana-user': world.anna.userId })).status).toBe(404);
    expect((await query({ authorization: world.shop.authorization, 'x-grafana-user': root.userId })).status).toBe(401);
    expect((await query({ authorization })).status).toBe(403);
    expect(world.store.requests).toEqual([]);
  });
});
