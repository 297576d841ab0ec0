import { beforeEach, describe, expect, it, vi } from 'vitest';
import { VerifiedCache } from './verified-cache.ts';

let now = 0;
let load: ReturnType<typeof vi.fn<(key: string) => Promise<string | undefined>>>;
let cache: VerifiedCache<string, string>;

beforeEach(() => {
  now = 0;
  load = vi.fn(async (key: string) => `${key}@${now}`);
  cache = new VerifiedCache<string, string>({
    keyOf: (input) => input,
    load,
    max: 10,
    refreshAfterMs: 2_000,
    staleAfterMs: 4_000,
    graceMs: 600_000,
    now: () => now,
  });
});

const down = () => load.mockRejectedValue(new Error('connection refused'));
const later = (ms: number) => {
  now += ms;
};

describe('VerifiedCache', () => {
  it('asks once for many requests at the same time', async () => {
    await Promise.all([cache.get('a'), cache.get('a'), cache.get('a')]);
    expect(load).toHaveBeenCalledTimes(1);
    expect(cache.peek('a')).toBe('a@0');
  });

  it('refreshes beside a request, and before one when it is stale', async () => {
    await cache.get('a');
    later(3_000);
    expect(cache.peek('a')).toBe('a@0');
    await vi.waitFor(() => expect(cache.peek('a')).toBe('a@3000'));
    later(5_000);
    expect(cache.peek('a')).toBeUndefined();
    expect(await cache.get('a')).toEqual({ value: 'a@8000', degraded: false });
  });

  it('lets the request that finds it due go first, and looks once for all that find it so', async () => {
    await cache.get('a');
    later(3_000);
    for (let request = 0; request < 3; request++) cache.peek('a');
    expect(load).toHaveBeenCalledTimes(1);
    await vi.waitFor(() => expect(cache.peek('a')).toBe('a@3000'));
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('looks again at what was due when the look before failed', async () => {
    await cache.get('a');
    down();
    later(2_500);
    cache.peek('a');
    await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(2));
    load.mockImplementation(async (key) => `${key}@${now}`);
    later(1_200);
    expect(cache.peek('a')).toBe('a@0');
    await vi.waitFor(() => expect(cache.peek('a')).toBe('a@3700'));
  });

  it('does not look for what a notification has taken away meanwhile', async () => {
    await cache.get('a');
    later(3_000);
    cache.peek('a');
    cache.clear();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('uses nothing again after a notification, not even what was being loaded when it came', async () => {
    const gate = Promise.withResolvers<string>();
    load.mockReturnValueOnce(gate.promise);
    const early = cache.get('a');
    cache.clear();
    gate.resolve('from before');
    expect(await early).toEqual({ value: 'from before', degraded: false });
    expect(cache.peek('a')).toBeUndefined();
    expect(await cache.get('a')).toEqual({ value: 'a@0', degraded: false });
  });

  it('goes on from what it has, marked as degraded, while the database is away', async () => {
    await cache.get('a');
    down();
    later(5_000);
    expect(await cache.get('a')).toEqual({ value: 'a@0', degraded: true });
    later(594_000);
    expect(await cache.get('a')).toEqual({ value: 'a@0', degraded: true });
    later(2_000);
    await expect(cache.get('a')).rejects.toThrow('connection refused');
  });

  it('does not ask a database again that has just failed', async () => {
    await cache.get('a');
    down();
    later(5_000);
    await cache.get('a');
    await cache.get('a');
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('does not wait long for a database that hangs', async () => {
    await cache.get('a');
    load.mockReturnValue(new Promise(() => {}));
    later(5_000);
    expect(await cache.get('a')).toEqual({ value: 'a@0', degraded: true });
  });

  it('drops what was revoked although the database is away', async () => {
    await cache.get('a');
    down();
    cache.clear();
    await expect(cache.get('a')).rejects.toThrow('connection refused');
  });

  it('verifies everything after a lost connection, and keeps it for the grace if it cannot', async () => {
    await cache.get('a');
    cache.suspect();
    expect(cache.peek('a')).toBeUndefined();
    down();
    expect(await cache.get('a')).toEqual({ value: 'a@0', degraded: true });
  });

  it('keeps what there is, however many are asked for that are not there', async () => {
    await cache.get('a');
    load.mockResolvedValue(undefined);
    for (let guess = 0; guess < 100; guess++) await cache.get(`guess-${guess}`);
    expect(cache.peek('a')).toBe('a@0');
    expect(await cache.get('guess-99')).toBeUndefined();
    expect(load).toHaveBeenCalledTimes(101);
  });

  it('finds what was not there before, and no longer what was', async () => {
    load.mockResolvedValue(undefined);
    await cache.get('a');
    later(5_000);
    load.mockResolvedValue('made');
    expect(await cache.get('a')).toEqual({ value: 'made', degraded: false });
    expect(cache.peek('a')).toBe('made');
    later(5_000);
    load.mockResolvedValue(undefined);
    expect(await cache.get('a')).toBeUndefined();
    expect(cache.peek('a')).toBeUndefined();
  });

  it('remembers that there is none, for as long as it would remember a value', async () => {
    load.mockResolvedValue(undefined);
    expect(await cache.get('a')).toBeUndefined();
    expect(await cache.get('a')).toBeUndefined();
    expect(load).toHaveBeenCalledTimes(1);
    later(5_000);
    await cache.get('a');
    expect(load).toHaveBeenCalledTimes(2);
  });
});
