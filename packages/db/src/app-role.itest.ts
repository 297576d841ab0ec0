import { expect, test } from 'vitest';
import { grantApplicationRole } from './app-role.ts';
import { createDb } from './client.ts';
import { enqueue } from './enqueue.ts';
import { testDatabase } from './testing/postgres.ts';
import { createFromTemplate, dropDatabase } from './testing/template.ts';

const database = testDatabase();

test('the application’s role adds jobs and sees them', async () => {
  await grantApplicationRole(database.url, 'a password of the test');
  await grantApplicationRole(database.url, 'a password of the test');
  const url = new URL(database.url);
  url.username = 'oriel_app';
  url.password = 'a password of the test';
  const db = createDb(url.href);
  try {
    await db.$transaction((tx) =>
      enqueue(tx, 'reconcile_cluster', { clusterId: '7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81' }),
    );
    expect(await db.$queryRaw`SELECT count(*)::int AS jobs FROM graphile_worker.jobs`).toEqual([{ jobs: 1 }]);
    expect(await db.$queryRaw`SELECT count(*)::int AS jobs FROM graphile_worker._private_jobs`).toEqual([{ jobs: 1 }]);
  } finally {
    await db.$disconnect();
  }
});

test('two databases of one server make it at the same moment', async () => {
  const password = 'a password of the test';
  const other = await createFromTemplate(database.serverUrl, 'beside_app_role');
  try {
    for (let turn = 0; turn < 10; turn++) {
      await Promise.all([database.url, other].map((url) => grantApplicationRole(url, password)));
    }
  } finally {
    await dropDatabase(database.serverUrl, 'beside_app_role');
  }
});
