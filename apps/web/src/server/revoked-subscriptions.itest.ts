import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, expect, test } from 'vitest';
import { handleTrpc } from './http-handler.ts';
import { publicOrigin, testEnv } from './testing/test-env.ts';
import { makeWorld, type World } from './testing/world.ts';

// Row 8, the subscriptions of pages: see e2e/security/revocations.ts.

const database = testDatabase();
testEnv(() => database.url);

let world: World;
beforeAll(async () => {
  world = await makeWorld(database.db);
});

const perChange = Number(process.env.ORIEL_REVOCATIONS ?? 3);
const figure = (text: string) => console.log(`    ▸ ${text}`);

/** Open as a page has it, in the eyes of its browser. */
async function open(role: 'viewer' | 'readOnlyToken') {
  const input = encodeURIComponent(JSON.stringify({ operationId: world.operationId }));
  const { cookie, authorization } = Object.fromEntries(world.headers[role]);
  const request = new Request(`${publicOrigin}/api/trpc/operations.watch?input=${input}`, {
    headers: {
      accept: 'text/event-stream',
      ...(cookie ? { cookie } : {}),
      ...(authorization ? { authorization } : {}),
    },
  });
  const answer = await handleTrpc(request, { db: database.db, publicOrigin, trustedHops: 1 });
  const events = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!events) throw new Error('There is no stream.');
  let text = '';
  while (!text.includes(world.operationId)) {
    const { value, done } = await events.read();
    if (done) throw new Error(`The stream ended early: ${text}`);
    text += value;
  }
  return async () => {
    while (!(await events.read()).done);
    return performance.now();
  };
}

test.each([
  [
    'role removed',
    'viewer' as const,
    () => database.db.roleBinding.deleteMany({ where: { userId: world.people.viewer.id } }),
  ],
  [
    'person disabled, notification lost',
    'readOnlyToken' as const,
    () =>
      database.db.$transaction([
        database.db.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
        database.db.$executeRaw`UPDATE users SET disabled_at = now() WHERE id = ${world.people.owner.id}::uuid`,
      ]),
  ],
])('a page’s subscription ends within 5 s: %s', async (change, role, act) => {
  const opened = await Promise.all(
    Array.from({ length: perChange }, async () => {
      await pause(Math.random() * 2_000);
      return open(role);
    }),
  );
  const ends = opened.map((end) => end());
  await act();
  const start = performance.now();
  const took = (await Promise.all(ends)).map((at) => at - start);
  figure(
    `${change} (${took.length}): subscriptions ended after at most ${Math.max(...took).toFixed(0)} ms (pass: ≤ 5 s)`,
  );
  expect(Math.max(...took)).toBeLessThan(5_000);
});
