import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, describe, expect, test } from 'vitest';
import { handleRest } from '@/rest/handle.ts';
import { createCallLimits } from './call-limits.ts';
import { handleTrpc } from './http-handler.ts';
import { publicOrigin, testEnv } from './testing/test-env.ts';
import { makeWorld, type World } from './testing/world.ts';

// Row 20, the half that the web process answers: what is too much is refused before it costs anything.

const database = testDatabase();
testEnv(() => database.url);
let world: World;
beforeAll(async () => {
  world = await makeWorld(database.db);
});

const mostMs = 50;
const rounds = 5;
const options = () => ({ db: database.db, publicOrigin, trustedHops: 1, callLimits: createCallLimits() });

async function send(path: string, body?: string): Promise<{ status: number; ms: number }> {
  const headers = {
    cookie: world.headers.owner.get('cookie') ?? '',
    origin: publicOrigin,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  const init = body === undefined ? { headers } : { method: 'POST', headers, body };
  const request = new Request(`${publicOrigin}${path}`, init);
  const handle = path.startsWith('/api/v1/') ? handleRest : handleTrpc;
  const started = performance.now();
  const answer = await handle(request, options());
  await answer.text();
  return { status: answer.status, ms: performance.now() - started };
}

const calls = (name: string, count: number) => Array(count).fill(name).join(',');
const deep = (levels: number) => `{"name":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`;
const wide = (keys: number) => `{${Array.from({ length: keys }, (_, key) => `"k${key}":1`).join(',')}}`;
const each = (count: number, input: string) =>
  `{${Array.from({ length: count }, (_, at) => `"${at}":${input}`).join(',')}}`;

type Heavy = readonly [what: string, path: string, makeBody?: () => string];
const rename = '/api/trpc/projects.rename';
const batches = [21, 1_000, 10_000];
const requests: readonly Heavy[] = [
  ...batches.flatMap((size): Heavy[] => [
    [`a batch of ${size} reads`, `/api/trpc/${calls('session.me', size)}?batch=1&input=%7B%7D`],
    [`a batch of ${size} changes`, `/api/trpc/${calls('projects.rename', size)}?batch=1`, () => each(size, '{}')],
    [
      `a batch of ${size}, each deep`,
      `/api/trpc/${calls('projects.rename', size)}?batch=1`,
      () => each(20, deep(2_000)),
    ],
  ]),
  ...[1, 2, 20].flatMap((size): Heavy[] => {
    const path = `/api/trpc/${calls('projects.rename', size)}?batch=1`;
    return [
      [`10,000 levels for ${size} calls`, path, () => each(1, deep(10_000))],
      [`40,000 keys for ${size} calls`, path, () => each(1, wide(40_000))],
      [`40,000 keys shared by ${size} calls`, path, () => each(size, wide(Math.floor(40_000 / size)))],
    ];
  }),
  ['10,000 levels for one call', rename, () => deep(10_000)],
  ['40,000 keys for one call', rename, () => wide(40_000)],
  ['10,000 levels over REST', '/api/v1/projects', () => deep(10_000)],
  ['40,000 keys over REST', '/api/v1/projects', () => wide(40_000)],
];

describe.each(requests.map(([what, path, makeBody]) => ({ what, path, makeBody })))(
  '$what',
  ({ what, path, makeBody }) => {
    test(`is refused within ${mostMs} ms`, async () => {
      const body = makeBody?.();
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const { status, ms } = await send(path, body);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
        times.push(ms);
      }
      // The best of them: the machine may be busy with something else.
      const best = Math.min(...times);
      console.log(`${what}: refused within ${best.toFixed(1)} ms (pass: ≤ ${mostMs} ms)`);
      expect(best).toBeLessThanOrEqual(mostMs);
    });
  },
);
