import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, expect, test } from 'vitest';
import { clientOf } from '@/rest/testing/client.ts';
import { createCallLimits } from './call-limits.ts';
import { handleTrpc } from './http-handler.ts';
import { publicOrigin, testEnv } from './testing/test-env.ts';
import { makeWorld, type World } from './testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
beforeAll(async () => {
  world = await makeWorld(database.db);
});

test('one budget for both doors, all sessions and tokens of a person; nobody else’s', async () => {
  const limits = createCallLimits({ points: 12 });
  const send = clientOf(() => database.db, limits);
  const cookie = (role: 'owner' | 'viewer') => ({ cookie: world.headers[role].get('cookie') ?? '' });
  const token = { authorization: world.headers.readOnlyToken.get('authorization') ?? '' };

  const first = await send('GET', '/me', { headers: cookie('owner') });
  expect(first.headers.get('ratelimit-policy')).toBe('"calls";q=12;w=60');
  expect(first.headers.get('ratelimit')).toMatch(/^"calls";r=11;t=\d+$/);
  // A change costs five, whether or not it is allowed.
  await send('PATCH', `/projects/${world.own.slug}`, {
    body: { name: 'Limited' },
    headers: { ...cookie('owner'), origin: publicOrigin },
  });
  for (let left = 5; left >= 0; left--) {
    const { status, headers } = await send('GET', '/me', { headers: token });
    expect(status).toBe(200);
    expect(headers.get('ratelimit')).toContain(`r=${left};`);
  }

  const { status, headers, json } = await send('GET', '/me', { headers: token });
  expect(status).toBe(429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(json).toMatchObject({ code: 'rate_limited', retryable: true });

  const request = new Request(`${publicOrigin}/api/trpc/session.me`, { headers: cookie('owner') });
  const answer = await handleTrpc(request, { db: database.db, publicOrigin, trustedHops: 1, callLimits: limits });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);

  expect((await send('GET', '/me', { headers: cookie('viewer') })).status).toBe(200);
});
