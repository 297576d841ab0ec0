import { makeCluster, makeSeed } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, describe, expect, test } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);
let world: World;

beforeAll(async () => {
  world = await makeWorld(database.db);
});

const as = (role: 'owner' | 'editor' | 'viewer' | 'admin') => callerFor(database.db, world.headers[role]);

describe('the seeds of a project', () => {
  test('are those that hold a tenant of it, with its own clusters counted', async () => {
    const { id: projectId, slug: project, seedId } = world.own;
    const second = await makeSeed(database.db);
    await makeSeed(database.db);
    await database.db.tenant.create({ data: { projectId, seedId: second.id, orgId: 'own-on-second' } });
    await makeCluster(database.db, { id: projectId, seedId: second.id });
    await makeCluster(database.db, { id: projectId, seedId: second.id });
    const { seeds } = await as('editor').seeds.ofProject({ project });
    expect(new Map(seeds.map(({ id, clusters }) => [id, clusters]))).toEqual(
      new Map([
        [seedId, 1],
        [second.id, 2],
      ]),
    );
    expect(seeds).toEqual((await as('admin').seeds.ofProject({ project })).seeds);
  });

  test('are not for those who may add no cluster', async () => {
    await expect(as('viewer').seeds.ofProject({ project: world.own.slug })).rejects.toThrow(/needs|may not|role/);
  });
});
