import { randomUUID } from 'node:crypto';
import { testDatabase } from '@oriel/db/testing/postgres';
import { expect, test } from 'vitest';
import type { WorkerContext } from '../context.ts';
import { Cooldown } from '../reconcile/cooldown.ts';
import { reconcileClusterJob } from './reconcile-cluster.ts';
import { reschedule } from './reschedule.ts';

const database = testDatabase();
const hour = 3_600_000;

/** Milliseconds until each run that is planned. */
async function dueIn(clusterId: string): Promise<number[]> {
  const rows = await database.db.$queryRaw<{ run_at: Date }[]>`
    SELECT run_at FROM graphile_worker.jobs WHERE key = ${`reconcile_cluster:${clusterId}`}`;
  return rows.map(({ run_at }) => run_at.getTime() - Date.now());
}

function world() {
  const ctx = { db: database.db, cooldown: new Cooldown() } as WorkerContext;
  return { ctx, payload: { clusterId: randomUUID() } };
}

test('what somebody asked for does not wait for the look that was planned while it was put off', async () => {
  const { ctx, payload } = world();
  ctx.cooldown.start(payload.clusterId, 5_000);
  await reschedule(ctx, 'reconcile_cluster', { payload, inMs: hour });
  await reconcileClusterJob(ctx, payload, new AbortController().signal);
  const due = await dueIn(payload.clusterId);
  expect(due).toHaveLength(1);
  expect(due[0]).toBeLessThan(6_000);
  expect(due[0]).toBeGreaterThan(3_000);
});

test('a plan puts off nothing that somebody asked for', async () => {
  const { ctx, payload } = world();
  ctx.cooldown.start(payload.clusterId, 5_000);
  await reconcileClusterJob(ctx, payload, new AbortController().signal);
  await reschedule(ctx, 'reconcile_cluster', { payload, inMs: hour });
  const due = await dueIn(payload.clusterId);
  expect(due).toHaveLength(1);
  expect(due[0]).toBeLessThan(6_000);
});
