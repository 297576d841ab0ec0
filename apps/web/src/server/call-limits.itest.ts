import { Guesses } from '@oriel/db/guesses';
import { newOpaqueToken } from '@oriel/db/opaque-token';
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

const cookie = (role: 'owner' | 'viewer') => ({ cookie: world.headers[role].get('cookie') ?? '' });
const sameOrigin = { origin: publicOrigin };

test('one budget for both doors and each session or token; nobody else’s, and not the person’s other ones', async () => {
  const limits = createCallLimits({ points: 12 });
  const send = clientOf(() => database.db, limits);
  const token = { authorization: world.headers.readOnlyToken.get('authorization') ?? '' };

  const first = await send('GET', '/me', { headers: cookie('owner') });
  expect(first.headers.get('ratelimit-policy')).toBe('"calls";q=12;w=60, "person";q=48;w=60');
  expect(first.headers.get('ratelimit')).toMatch(/^"calls";r=11;t=\d+, "person";r=47;t=\d+$/);
  // A change costs five, whether or not it is allowed.
  await send('PATCH', `/projects/${world.own.slug}`, {
    body: { name: 'Limited' },
    headers: { ...cookie('owner'), ...sameOrigin },
  });
  for (let left = 5; left >= 0; left--) {
    const { status, headers } = await send('GET', '/me', { headers: cookie('owner') });
    expect(status).toBe(200);
    expect(headers.get('ratelimit')).toContain(`"calls";r=${left};`);
  }

  const { status, headers, json } = await send('GET', '/me', { headers: cookie('owner') });
  expect(status).toBe(429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(json).toMatchObject({ code: 'rate_limited', retryable: true });

  const request = new Request(`${publicOrigin}/api/trpc/session.me`, { headers: cookie('owner') });
  const answer = await handleTrpc(request, { db: database.db, publicOrigin, trustedHops: 1, callLimits: limits });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);

  expect((await send('GET', '/me', { headers: cookie('viewer') })).status).toBe(200);
  expect((await send('GET', '/me', { headers: token })).status).toBe(200);
});

test('a token that leaked and asks without end stops neither its person’s browser nor the end of it', async () => {
  const send = clientOf(() => database.db, createCallLimits({ points: 12 }));
  const { db } = database;
  const { userId } = await db.session.findFirstOrThrow({ where: { user: { id: world.people.owner.id } } });
  const leaked = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const { value, hash } = newOpaqueToken('oriel_pat_');
      const expiresAt = new Date(Date.now() + 3_600_000);
      const data = { userId, name: 'leaked', tokenHash: hash, prefix: value.slice(0, 14), readOnly: true, expiresAt };
      return { id: (await db.apiToken.create({ data })).id, headers: { authorization: `Bearer ${value}` } };
    }),
  );
  const spend = async ({ headers }: (typeof leaked)[number]) => {
    const asked = await Promise.all(Array.from({ length: 40 }, () => send('GET', '/me', { headers })));
    expect(asked.map(({ status }) => status)).toContain(429);
  };
  const [one, ...others] = leaked;
  if (!one) throw new Error('There is no token.');
  await spend(one);
  expect((await send('GET', '/me', { headers: cookie('owner') })).status).toBe(200);

  // So many that the person has nothing left either.
  for (const other of others) await spend(other);
  expect((await send('GET', '/me', { headers: cookie('owner') })).status).toBe(429);
  const { status, json } = await send('GET', '/tokens', { headers: cookie('owner') });
  expect([status, JSON.stringify(json)]).toEqual([200, expect.stringContaining(one.id)]);
  const ofOwner = { headers: { ...cookie('owner'), ...sameOrigin } };
  expect((await send('DELETE', `/tokens/${one.id}`, ofOwner)).status).toBe(204);
  expect((await send('GET', '/me', { headers: one.headers })).status).toBe(401);
  expect((await send('DELETE', '/me/sessions', ofOwner)).status).toBe(200);
});

test('an address that brings credentials of nobody’s is looked up for no more, but for whoever was known before', async () => {
  const send = clientOf(() => database.db, createCallLimits(undefined, new Guesses({ most: 5 })));
  const from = (address: string, headers: Record<string, string>) =>
    send('GET', '/me', { headers: { ...headers, 'x-forwarded-for': address } });
  const guess = () => ({ authorization: `Bearer ${newOpaqueToken('oriel_pat_').value}` });
  expect((await from('203.0.113.7', cookie('viewer'))).status).toBe(200);
  for (let tries = 0; tries < 5; tries++) expect((await from('203.0.113.7', guess())).status).toBe(401);
  const refused = await from('203.0.113.7', guess());
  expect([refused.status, refused.json.code]).toEqual([429, 'rate_limited']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await from('203.0.113.7', cookie('viewer'))).status).toBe(200);
  expect((await from('203.0.113.8', guess())).status).toBe(401);
});

test('so are one-time links', async () => {
  const callLimits = createCallLimits(undefined, new Guesses({ most: 2 }));
  const check = async (token: string) => {
    const input = encodeURIComponent(JSON.stringify({ token }));
    const request = new Request(`${publicOrigin}/api/trpc/welcome.check?input=${input}`, {
      headers: { 'x-forwarded-for': '203.0.113.7' },
    });
    return (await handleTrpc(request, { db: database.db, publicOrigin, trustedHops: 1, callLimits })).status;
  };
  expect(await check(world.linkToken)).toBe(200);
  const statuses: number[] = [];
  for (let tries = 0; tries < 3; tries++) statuses.push(await check(newOpaqueToken().value));
  expect(statuses).toEqual([404, 404, 429]);
  expect(await check(world.linkToken)).toBe(200);
});
