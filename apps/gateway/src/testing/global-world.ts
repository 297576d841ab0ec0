import type { Db } from '@oriel/db/client';
import { testDatabase } from '@oriel/db/testing/postgres';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type RunningGateway, startTestGateway } from './gateway-under-test.ts';
import { type Recorder, startRecorder } from './recorder.ts';
import { createCluster, createPerson, createProject, createSeed, type TestPerson } from './rows.ts';

export interface GlobalWorld {
  readonly db: Db;
  readonly databaseUrl: string;
  readonly gateway: RunningGateway;
  /** The stores of the seed near, which has 250 projects, and of far, which has one of them. */
  readonly near: Recorder;
  readonly far: Recorder;
  readonly root: TestPerson;
  /** Owner of the project p000. */
  readonly olga: TestPerson;
  readonly projectId: string;
  readonly clusterId: string;
}

export const projects = Array.from({ length: 250 }, (_, index) => `p${String(index).padStart(3, '0')}`);

/** A gateway on a real PostgreSQL with recorders in the stores' place. To be called at the top level of a test file. */
export function globalWorld(): GlobalWorld {
  const database = testDatabase();
  const world = {} as { -readonly [Key in keyof GlobalWorld]: GlobalWorld[Key] };

  beforeAll(async () => {
    const { db } = database;
    const [near, far] = [await startRecorder(), await startRecorder()];
    Object.assign(world, { db, near, far, databaseUrl: database.url });
    const seedId = await createSeed(db, 'near', { logsUrl: near.url, metricsUrl: near.url });
    const farId = await createSeed(db, 'far', { logsUrl: far.url, metricsUrl: far.url });
    for (const slug of projects) {
      const id = await createProject(db, slug, seedId);
      if (slug !== 'p000') continue;
      world.projectId = id;
      await db.tenant.create({ data: { projectId: id, seedId: farId, orgId: 'p000-far' } });
    }
    world.root = await createPerson(db, 'root', {});
    // A platform has an administrator, always.
    const other = await createPerson(db, 'other', {});
    await db.user.updateMany({
      where: { id: { in: [world.root.userId, other.userId] } },
      data: { isPlatformAdmin: true },
    });
    world.olga = await createPerson(db, 'olga', { [world.projectId]: 'owner' });
    world.clusterId = await createCluster(db, { name: 'c', projectId: world.projectId, seedId });
    world.gateway = await startTestGateway(database.url);
  });

  beforeEach(() => {
    for (const recorder of [world.near, world.far]) {
      recorder.requests.length = 0;
      recorder.tails.length = 0;
    }
  });

  afterAll(async () => {
    await world.gateway?.close();
    await Promise.all([world.near?.close(), world.far?.close()]);
  });
  return world;
}
