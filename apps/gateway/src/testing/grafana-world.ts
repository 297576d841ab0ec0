import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '@oriel/db/client';
import { issueGrafanaTicket, redeemGrafanaTicket } from '@oriel/db/grafana-sign-in';
import { envelope } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type RunningGateway, startTestGateway } from './gateway-under-test.ts';
import { type Recorder, startRecorder } from './recorder.ts';
import { createCluster, createPerson, createProject, createSeed, type TestPerson } from './rows.ts';

export const grafanaOrigin = 'http://grafana.oriel.localhost:3000';

export interface TestOrganization {
  readonly id: string;
  readonly orgId: number;
  /** As its data sources show it. */
  readonly authorization: string;
}

/** What the worker does when it has made a project's organization in Grafana. */
export async function makeOrganization(db: Db, projectId: string, orgId: number): Promise<TestOrganization> {
  const secret = `og_${randomBytes(32).toString('base64url')}`;
  const secretHash = new Uint8Array(createHash('sha256').update(secret).digest());
  const { id } = await db.grafanaOrganization.update({
    where: { projectId },
    data: { orgId, secretHash, secretEnvelope: envelope },
  });
  return { id, orgId, authorization: `Bearer ${secret}` };
}

/** The cookie of somebody who went to Grafana. */
export async function openGrafana(db: Db, { sessionId }: Pick<TestPerson, 'sessionId'>): Promise<string> {
  const redeemed = await redeemGrafanaTicket(db, await issueGrafanaTicket(db, sessionId));
  return `oriel_grafana=${redeemed?.cookie}`;
}

export interface GrafanaWorld {
  readonly db: Db;
  readonly gateway: RunningGateway;
  /** In Grafana's place, and in the stores'. */
  readonly grafana: Recorder;
  readonly store: Recorder;
  /** Of the project shop, Grafana's seventh, and of bank, its eighth. */
  readonly shop: TestOrganization;
  readonly bank: TestOrganization;
  readonly shopId: string;
  /** Editor of shop. */
  readonly anna: TestPerson;
  /** Viewer of shop. */
  readonly vera: TestPerson;
  /** Editor of the cluster near in shop. */
  readonly nora: TestPerson;
}

/** To be called at the top level of a test file; the world is there from `beforeAll` on. */
export function grafanaWorld(): GrafanaWorld {
  const database = testDatabase();
  const world = {} as { -readonly [Key in keyof GrafanaWorld]: GrafanaWorld[Key] };

  beforeAll(async () => {
    const { db } = database;
    const [grafana, store] = [await startRecorder(), await startRecorder()];
    Object.assign(world, { db, grafana, store });
    const seedId = await createSeed(db, 'seed', { logsUrl: store.url, metricsUrl: store.url });
    world.shopId = await createProject(db, 'shop', seedId);
    world.shop = await makeOrganization(db, world.shopId, 7);
    world.bank = await makeOrganization(db, await createProject(db, 'bank', seedId), 8);
    world.anna = await createPerson(db, 'anna', { [world.shopId]: 'editor' });
    world.vera = await createPerson(db, 'vera', { [world.shopId]: 'viewer' });
    const near = await createCluster(db, { name: 'near', projectId: world.shopId, seedId });
    world.nora = await createPerson(db, 'nora', { [world.shopId]: [{ role: 'editor', clusterIds: [near] }] });
    const options = { grafana: { url: grafana.url, origin: grafanaOrigin } };
    world.gateway = await startTestGateway(database.url, undefined, options);
  });

  beforeEach(() => {
    for (const recorder of [world.grafana, world.store]) recorder.requests.length = 0;
    world.grafana.answer = (_request, response) => {
      response.setHeader('content-type', 'application/json').setHeader('set-cookie', 'grafana_session=1');
      response.end('{}');
    };
  });

  afterAll(async () => {
    await world.gateway?.close();
    await Promise.all([world.grafana?.close(), world.store?.close()]);
  });
  return world;
}
