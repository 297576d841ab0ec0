import { expect, test } from 'vitest';
import { createDb } from './client.ts';
import { isDatabaseAway } from './database-errors.ts';
import { testDatabase } from './testing/postgres.ts';

const database = testDatabase();

test.each([
  ['a call that is wrong', { email: 'seeded-secret', name: 'seeded-secret', nothing: 'seeded-secret' } as never],
  ['a row that is refused', { email: 'SEEDED@EXAMPLE.COM', name: 'seeded-secret' }],
])('the message of %s does not quote what was to be stored', async (_, data) => {
  const message = await database.db.user.create({ data }).then(
    () => 'accepted',
    (error: Error) => `${error.message}${error.stack}`,
  );
  expect(message).not.toBe('accepted');
  expect(message).not.toContain('seeded-secret');
});

test('a database that is not there is told apart from one that refuses', async () => {
  const away = createDb('postgresql://oriel:oriel@127.0.0.1:1/oriel');
  const reason = await away.user.findFirst().catch((error: unknown) => error);
  expect(isDatabaseAway(reason)).toBe(true);
  const refusal = await database.db.user.create({ data: { email: 'X', name: 'X' } }).catch((error: unknown) => error);
  expect(isDatabaseAway(refusal)).toBe(false);
});

test('a pool without a free connection counts as away, rather than as a fault of ours', async () => {
  const narrow = createDb(database.url, { poolSize: 1 });
  const busy = narrow.$queryRaw`SELECT pg_sleep(7)::text`;
  const reason = await narrow.user.findFirst().catch((error: unknown) => error);
  expect(isDatabaseAway(reason)).toBe(true);
  await busy;
  await narrow.$disconnect();
}, 30_000);
