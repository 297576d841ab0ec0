import { expect, test } from 'vitest';
import { createDb } from './client.ts';
import { isDatabaseAway } from './database-errors.ts';
import { describeError } from './describe-error.ts';
import { testDatabase } from './testing/postgres.ts';

const database = testDatabase();

async function failureOf(call: PromiseLike<unknown>): Promise<unknown> {
  return call.then(
    () => 'it succeeded',
    (error: unknown) => error,
  );
}

test.each([
  [
    'a call that is wrong',
    { email: 'seeded-secret', name: 'seeded-secret', nothing: 'seeded-secret' } as never,
    /nothing/,
  ],
  ['a row that is refused', { email: 'SEEDED@EXAMPLE.COM', name: 'seeded-secret' }, /users_email_form/],
])('what a log keeps of %s says why, and not what was to be stored', async (_, data, reason) => {
  const failure = await failureOf(database.db.user.create({ data }));
  const outer = new Error('the operation failed', { cause: failure });
  const kept = describeError(outer);
  expect(kept.cause?.message).toMatch(reason);
  expect(kept.cause?.stack).toMatch(/^\s+at /);
  expect(JSON.stringify(kept)).not.toContain('seeded-secret');
});

test('a thrown text is kept as it is', () => {
  expect(describeError('out of paper')).toEqual({ type: 'string', message: 'out of paper' });
});

test('a database that is not there is told apart from one that refuses', async () => {
  const away = createDb('postgresql://oriel:oriel@127.0.0.1:1/oriel');
  expect(isDatabaseAway(await failureOf(away.user.findFirst()))).toBe(true);
  const refused = database.db.user.create({ data: { email: 'X', name: 'X' } });
  expect(isDatabaseAway(await failureOf(refused))).toBe(false);
});

test('a pool without a free connection counts as away, rather than as a fault of ours', async () => {
  const narrow = createDb(database.url, { poolSize: 1 });
  // `then` is what makes Prisma begin.
  const busy = narrow.$queryRaw`SELECT pg_sleep(6)::text`.then(() => undefined);
  expect(isDatabaseAway(await failureOf(narrow.user.findFirst()))).toBe(true);
  await busy;
  await narrow.$disconnect();
}, 30_000);
