import { randomUUID } from 'node:crypto';
import type { Db } from '@oriel/db/client';
import { testDatabase } from '@oriel/db/testing/postgres';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type RunningGateway, startTestGateway } from './gateway-under-test.ts';
import { emptyResult, type Recorder, startRecorder } from './recorder.ts';
import { createCluster, createPerson, createProject, createSeed, type TestPerson } from './rows.ts';

export interface ReadWorld {
  readonly gateway: RunningGateway;
  readonly db: Db;
  readonly store: Recorder;
  /** Reads the projects shop, lost (its seed is down) and empty (it has none), and not the project secret. */
  readonly anna: TestPerson;
  /** Reads the namespaces pay and cart of the cluster near in shop. */
  readonly nora: TestPerson;
  /** Narrowed to a cluster of shop that is gone. */
  readonly gerd: TestPerson;
}

/**
 * A gateway on a real PostgreSQL with a recorder in the stores' place: for what reaches a store and what does not. To
 * be called at the top level of a test file; the world is there from `beforeAll` on.
 */
export function readWorld(): ReadWorld {
  const database = testDatabase();
  const world = {} as { -readonly [Key in keyof ReadWorld]: ReadWorld[Key] };

  beforeAll(async () => {
    const { db } = database;
    world.db = db;
    world.store = await startRecorder();
    const { url } = world.store;
    const seedId = await createSeed(db, 'seed', { logsUrl: url, metricsUrl: url });
    const downId = await createSeed(db, 'away', { logsUrl: 'http://127.0.0.1:9', metricsUrl: 'http://127.0.0.1:9' });
    const shop = await createProject(db, 'shop', seedId);
    await createProject(db, 'secret', seedId);
    const lost = await createProject(db, 'lost', downId);
    const empty = await db.project.create({ data: { slug: 'empty', name: 'empty' } });
    world.anna = await createPerson(db, 'anna', { [shop]: 'viewer', [lost]: 'viewer', [empty.id]: 'viewer' });
    const near = await createCluster(db, { name: 'near', projectId: shop, seedId });
    const gone = randomUUID();
    world.nora = await createPerson(db, 'nora', {
      [shop]: [{ role: 'viewer', clusterIds: [near], namespaces: ['pay', 'cart'] }],
    });
    world.gerd = await createPerson(db, 'gerd', { [shop]: [{ role: 'viewer', clusterIds: [gone] }] });
    world.gateway = await startTestGateway(database.url);
  });

  beforeEach(() => {
    world.store.requests.length = 0;
    world.store.tails.length = 0;
    world.store.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(emptyResult);
    };
  });

  afterAll(async () => {
    await world.gateway?.close();
    await world.store?.close();
  });
  return world;
}

export const prometheus = ({ gateway }: ReadWorld, slug = 'shop') =>
  `${gateway.origin}/api/projects/${slug}/prometheus/api/v1`;
export const loki = ({ gateway }: ReadWorld, slug = 'shop') => `${gateway.origin}/api/projects/${slug}/loki/api/v1`;

export function postForm(values: Record<string, string>, headers: Record<string, string>): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(values),
  };
}

/** An answer of the gateway's own. */
export async function errorOf(response: Response) {
  const { errorType, error } = (await response.json()) as { errorType: string; error: string };
  return { status: response.status, errorType, error };
}
