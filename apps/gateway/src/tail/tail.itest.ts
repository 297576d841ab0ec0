import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { publicOrigin } from '../testing/gateway-under-test.ts';
import { errorOf, loki, readWorld } from '../testing/read-world.ts';
import { openTestTail, type TestTail } from '../testing/tail.ts';

const world = readWorld();
const opened: TestTail[] = [];

afterEach(async () => {
  for (const { socket } of opened.splice(0)) socket.terminate();
  await pause(50);
});

async function open(...[headers, options]: [Record<string, string>, { query?: string; slug?: string }?]) {
  const tail = await openTestTail(world, headers, options);
  opened.push(tail);
  return tail;
}

const fromOurPage = () => ({ ...world.anna.bySession, origin: publicOrigin });

describe('a live tail', () => {
  it('asks the store as the tenant, and passes on what it says', async () => {
    const tail = await open(fromOurPage());
    expect(world.store.requests).toMatchObject([
      { method: 'GET', url: '/loki/api/v1/tail?query=%7Bapp%3D%22api%22%7D', headers: { 'x-scope-orgid': 'shop-org' } },
    ]);
    expect(Object.keys(world.store.requests[0]?.headers ?? {})).not.toContain('cookie');
    world.store.tails[0]?.send('{"streams":[]}');
    await vi.waitFor(() => expect(tail.messages).toEqual(['{"streams":[]}']));
    tail.socket.close();
    await vi.waitFor(() => expect(world.store.tails[0]?.readyState).toBe(3));
  });

  it('of somebody who may read a part is narrowed', async () => {
    await open(world.nora.byToken, { query: '{app="api"} |= "x"' });
    expect(new URLSearchParams(world.store.requests[0]?.url.split('?')[1]).get('query')).toBe(
      '{app="api",cluster="near",namespace=~"cart|pay"} |= "x"',
    );
    await expect(open(world.gerd.byToken)).rejects.toThrow(/^404 .*Ask an owner/);
    await expect(open(world.nora.byToken, { query: '{' })).rejects.toThrow(/^400 .*a part of this project/);
  });

  it.each([
    ['no credential', () => ({}), /^401 /],
    ['an unknown token', () => ({ authorization: 'Bearer oriel_pat_AAAA' }), /^401 /],
    ['a cookie from another site', () => ({ ...world.anna.bySession, origin: 'http://evil.localhost' }), /^403 /],
    ['a cookie from a sibling', () => ({ ...world.anna.bySession, origin: 'https://oriel.localhost:3000' }), /^403 /],
    ['a cookie from nowhere', () => ({ ...world.anna.bySession }), /^403 /],
  ])('is refused to %s', async (_what, headers, refusal) => {
    await expect(open(headers())).rejects.toThrow(refusal);
    expect(world.store.requests).toEqual([]);
  });

  it('of another project does not exist', async () => {
    await expect(open(world.anna.byToken, { slug: 'secret' })).rejects.toThrow(/^404 /);
    expect(world.store.requests).toEqual([]);
  });

  it('of a store that is down says so', async () => {
    await expect(open(world.anna.byToken, { slug: 'lost' })).rejects.toThrow(/^503 Loki.*cannot be reached/);
  });

  it('is no ordinary request', async () => {
    const error = await errorOf(await fetch(`${loki(world)}/tail?query=x`, { headers: world.anna.byToken }));
    expect([error.status, error.error]).toEqual([400, expect.stringContaining('WebSocket')]);
  });

  it('is not a protocol that the client chooses', async () => {
    const tail = await open({ ...world.anna.byToken, 'sec-websocket-extensions': 'permessage-deflate' });
    expect([tail.socket.protocol, tail.socket.extensions]).toEqual(['', '']);
  });

  it('ends when the client talks', async () => {
    const tail = await open(world.anna.byToken);
    tail.socket.send('{"query":"{}"}');
    expect(await tail.closed).toEqual([1003, expect.any(String)]);
  });

  it('ends as the store ends it', async () => {
    const told = await open(world.anna.byToken);
    world.store.tails[0]?.close(1011, 'reached tail max duration limit');
    expect(await told.closed).toEqual([1011, 'reached tail max duration limit']);
    const cut = await open(world.anna.byToken);
    world.store.tails[1]?.terminate();
    expect(await cut.closed).toEqual([1013, expect.stringContaining('Open it again')]);
  });

  it('may be open ten times for one person', async () => {
    for (let count = 0; count < 10; count++) await open(world.anna.byToken);
    await expect(open(fromOurPage())).rejects.toThrow(/^429 You have 10 live tails open/);
    await open(world.nora.byToken);
    opened[0]?.socket.close();
    await vi.waitFor(() => open(fromOurPage()));
  });

  it('holds the store back for a slow reader instead of filling memory', async () => {
    const tail = await open(world.anna.byToken);
    tail.socket.pause();
    const [store] = world.store.tails;
    const line = 'x'.repeat(256 * 1024);
    for (let count = 0; count < 256; count++) store?.send(line);
    await pause(1_000);
    // 64 MiB were said; what neither side's kernel takes stays with the store.
    expect(store?.bufferedAmount).toBeGreaterThan(32 * 1024 * 1024);
    tail.socket.resume();
    await vi.waitFor(() => expect(tail.messages).toHaveLength(256), { timeout: 10_000 });
  });
});

describe('an open tail ends when', () => {
  const within = { timeout: 5_000, interval: 20 };
  async function closedWithin(tail: TestTail): Promise<readonly [number, string]> {
    let end: readonly [number, string] | undefined;
    void tail.closed.then((closed) => {
      end = closed;
    });
    await vi.waitFor(() => expect(end).toBeDefined(), within);
    return end as unknown as readonly [number, string];
  }

  it('its reader may read less, or more', async () => {
    const tail = await open(world.nora.byToken);
    const [binding] = await world.db.roleBinding.findMany({ where: { userId: world.nora.userId } });
    const where = { id: binding?.id ?? '' };
    await world.db.roleBinding.update({ where, data: { namespaces: ['cart'] } });
    expect(await closedWithin(tail)).toEqual([4403, expect.stringContaining('Open the tail again')]);
    expect(world.store.tails[0]?.readyState).toBeGreaterThan(1);
    const again = await open(world.nora.byToken);
    await world.db.roleBinding.update({ where, data: { namespaces: ['cart', 'pay'] } });
    expect((await closedWithin(again))[0]).toBe(4403);
  });

  it('its reader is disabled', async () => {
    const tail = await open(world.nora.byToken);
    await world.db.user.update({ where: { id: world.nora.userId }, data: { disabledAt: new Date() } });
    expect(await closedWithin(tail)).toEqual([4403, expect.stringContaining('not signed in')]);
    await world.db.user.update({ where: { id: world.nora.userId }, data: { disabledAt: null } });
  });

  it('its session is revoked and nobody hears of it', async () => {
    const tail = await open(fromOurPage());
    await world.db.$transaction([
      world.db.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
      world.db.$executeRaw`UPDATE sessions SET revoked_at = now() WHERE id = ${world.anna.sessionId}::uuid`,
    ]);
    expect((await Promise.race([tail.closed, pause(6_000, undefined)]))?.[0]).toBe(4403);
  });

  it('and not when somebody else’s rights change', async () => {
    const tail = await open(world.anna.byToken);
    await world.db.user.update({ where: { id: world.gerd.userId }, data: { disabledAt: new Date() } });
    await pause(1_500);
    expect(tail.socket.readyState).toBe(1);
    world.store.tails[0]?.send('still here');
    await vi.waitFor(() => expect(tail.messages).toEqual(['still here']));
  });
});
