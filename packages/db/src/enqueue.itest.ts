import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { enqueue } from './enqueue.ts';
import { testDatabase } from './testing/postgres.ts';

const database = testDatabase();

interface JobRow {
  key: string;
  task_identifier: string;
  run_at: Date;
}

/** Also those whose key was taken from them when a later wish came while they ran. */
function jobsOf(clusterId: string): Promise<JobRow[]> {
  return database.db.$queryRaw<JobRow[]>`
    SELECT jobs.key, tasks.identifier AS task_identifier, run_at
    FROM graphile_worker._private_jobs AS jobs JOIN graphile_worker._private_tasks AS tasks ON tasks.id = task_id
    WHERE payload ->> 'clusterId' = ${clusterId} ORDER BY jobs.id`;
}

const add = (clusterId: string, runAt?: Date) =>
  database.db.$transaction((tx) => enqueue(tx, 'reconcile_cluster', { clusterId }, runAt ? { runAt } : {}));

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

test('many wishes in a row become one job', async () => {
  const clusterId = randomUUID();
  for (let times = 0; times < 5; times += 1) await add(clusterId);
  const jobs = await jobsOf(clusterId);
  expect(jobs).toHaveLength(1);
  expect(jobs[0]).toMatchObject({ task_identifier: 'reconcile_cluster', key: `reconcile_cluster:${clusterId}` });
});

test('a wish for now comes before a plan for later, whichever is first', async () => {
  const first = randomUUID();
  await add(first);
  await add(first, inSeconds(3600));
  const second = randomUUID();
  await add(second, inSeconds(3600));
  const [planned] = await jobsOf(second);
  expect(planned?.run_at.getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  await add(second);
  for (const clusterId of [first, second]) {
    const [job, ...others] = await jobsOf(clusterId);
    expect(job?.run_at.getTime()).toBeLessThanOrEqual(Date.now() + 1000);
    expect(others).toEqual([]);
  }
});

test('a wish while the job runs is a second job', async () => {
  const clusterId = randomUUID();
  await add(clusterId);
  await database.db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'w' WHERE key = ${`reconcile_cluster:${clusterId}`}`;
  await add(clusterId);
  expect(await jobsOf(clusterId)).toHaveLength(2);
});

test('a new wish does not wait for the backoff of a failed one', async () => {
  const clusterId = randomUUID();
  await add(clusterId);
  await database.db.$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = 5, run_at = now() + interval '1 hour'
    WHERE key = ${`reconcile_cluster:${clusterId}`}`;
  await add(clusterId);
  const [job] = await jobsOf(clusterId);
  expect(job?.run_at.getTime()).toBeLessThanOrEqual(Date.now() + 1000);
});

test('a transaction that fails leaves no job', async () => {
  const clusterId = randomUUID();
  const failing = database.db.$transaction(async (tx) => {
    await enqueue(tx, 'reconcile_cluster', { clusterId });
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await jobsOf(clusterId)).toEqual([]);
});

test('a payload that its job would refuse is refused here', async () => {
  await expect(add('not-a-uuid')).rejects.toThrow(/uuid/i);
});
