import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, expect, test } from 'vitest';
import { handleRest } from '@/rest/handle.ts';
import { createCallLimits } from './call-limits.ts';
import { handleTrpc } from './http-handler.ts';
import { maxBodyBytes } from './limits.ts';
import { publicOrigin, testEnv } from './testing/test-env.ts';
import { makeWorld, type World } from './testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
beforeAll(async () => {
  world = await makeWorld(database.db);
});

const limits = createCallLimits();
async function send(path: string, body?: string) {
  const isRest = path.startsWith('/api/v1/');
  const request = new Request(`${publicOrigin}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      cookie: world.headers.owner.get('cookie') ?? '',
      origin: publicOrigin,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const options = { db: database.db, publicOrigin, trustedHops: 1, callLimits: limits };
  const started = performance.now();
  const answer = await (isRest ? handleRest(request, options) : handleTrpc(request, options));
  const text = await answer.text();
  return { status: answer.status, text, ms: performance.now() - started };
}

const fill = maxBodyBytes - 100;
const manyKeys = () => `{${Array.from({ length: 60_000 }, (_, index) => `"k${index}":1`).join(',')}}`;
const odd: [string, () => string][] = [
  ['a deep array', () => '['.repeat(fill)],
  ['a deep array that is closed', () => '['.repeat(fill / 2) + ']'.repeat(fill / 2)],
  ['a deep object', () => `${'{"a":'.repeat(fill / 8)}1${'}'.repeat(fill / 8)}`],
  ['60,000 keys', manyKeys],
  ['a prototype', () => '{"__proto__":{"isPlatformAdmin":true},"project":"x","name":"y"}'],
  ['a constructor', () => '{"constructor":{"prototype":{"isPlatformAdmin":true}},"slug":"x y","name":""}'],
  ['a number without end', () => '9'.repeat(fill)],
  ['no JSON', () => '\u0000\u0001'.repeat(1_000)],
  ['half a character', () => '{"name":"\\ud800"'],
];
const doors = ['/api/trpc/projects.rename', '/api/trpc/projects.rename,projects.rename?batch=1', '/api/v1/projects'];

test.each(odd)('%s is refused as bad input at every door, soon', async (_what, make) => {
  const body = make();
  for (const door of doors) {
    await send(door, '{}');
    const { status, ms, text } = await send(door, body);
    expect([door, status >= 400 && status < 500 ? 'refused' : `${status} ${text.slice(0, 200)}`]).toEqual([
      door,
      'refused',
    ]);
    // 1 MiB of JSON at most: an event loop that is busy with it is so for a moment.
    expect(ms).toBeLessThan(1_000);
  }
  expect(({} as Record<string, unknown>).isPlatformAdmin).toBeUndefined();
});

test('a body of 10,000 inputs for a batch of one call is one call', async () => {
  const inputs = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [index, { project: 'x', name: 'y' }]));
  const { status } = await send('/api/trpc/projects.rename?batch=1', JSON.stringify(inputs));
  expect([404, 400, 207]).toContain(status);
});
