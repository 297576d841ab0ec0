import type { CollectorSighting } from '@oriel/db/collectors';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Sightings } from './sightings.ts';

const start = new Date('2026-01-01T00:00:00Z');
let written: CollectorSighting[][];
let removed: string[];
let isDown: boolean;
/** Nodes whose rows hold no status yet. */
let mute: Set<string>;
let sightings: Sightings;

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  written = [];
  removed = [];
  isDown = false;
  mute = new Set();
  sightings = new Sightings({
    record: async (batch) => {
      if (isDown) throw new Error('database away');
      if (batch.length > 0) written.push([...batch]);
      return batch.filter(({ node }) => mute.has(node));
    },
    remove: async (keys) => {
      if (isDown) throw new Error('database away');
      removed.push(...keys.map(({ collectorId }) => collectorId));
    },
    onFailure: () => undefined,
  });
});

afterEach(() => vi.useRealTimers());

function poll(node: string, news: Partial<CollectorSighting> = {}): void {
  sightings.saw({
    clusterId: 'c',
    collectorId: `logs/${node}`,
    role: 'logs',
    node,
    seenAt: new Date(),
    version: 'v1.19.0',
    servedHash: 'h1',
    status: undefined,
    ...news,
  });
}

async function pollFor(seconds: number, node = 'a'): Promise<void> {
  for (let second = 0; second < seconds; second += 10) {
    await vi.advanceTimersByTimeAsync(10_000);
    poll(node);
  }
  await vi.advanceTimersByTimeAsync(500);
}

describe('Sightings', () => {
  it('writes many agents in one batch', async () => {
    for (let node = 0; node < 500; node++) poll(`n${node}`);
    await vi.advanceTimersByTimeAsync(500);
    expect(written.map((batch) => batch.length)).toEqual([500]);
  });

  it('writes a poll without news about once a minute', async () => {
    poll('a');
    await pollFor(600);
    expect(written.length).toBeGreaterThanOrEqual(9);
    expect(written.length).toBeLessThanOrEqual(11);
  });

  it('writes news at once', async () => {
    poll('a');
    await vi.advanceTimersByTimeAsync(1_000);
    poll('a', { status: { status: 'APPLIED', message: '' } });
    await vi.advanceTimersByTimeAsync(500);
    poll('a', { servedHash: 'h2' });
    await vi.advanceTimersByTimeAsync(500);
    expect(written.map(([one]) => [one?.servedHash, one?.status?.status])).toEqual([
      ['h1', undefined],
      ['h1', 'APPLIED'],
      ['h2', undefined],
    ]);
  });

  it('keeps a status for its next write when another poll comes before it', async () => {
    poll('a', { status: { status: 'FAILED', message: 'bad' } });
    poll('a');
    await vi.advanceTimersByTimeAsync(500);
    expect(written.flat()).toMatchObject([{ status: { status: 'FAILED', message: 'bad' } }]);
  });

  it('keeps what could not be written', async () => {
    isDown = true;
    poll('a', { status: { status: 'APPLIED', message: '' } });
    sightings.left({ clusterId: 'c', collectorId: 'logs/b' });
    await vi.advanceTimersByTimeAsync(20_000);
    isDown = false;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(written.flat()).toMatchObject([{ node: 'a', status: { status: 'APPLIED' } }]);
    expect(removed).toEqual(['logs/b']);
  });

  it('forgets an agent that leaves, unless it is back before that is written', async () => {
    poll('a');
    poll('b');
    sightings.left({ clusterId: 'c', collectorId: 'logs/a' });
    sightings.left({ clusterId: 'c', collectorId: 'logs/b' });
    poll('b');
    await vi.advanceTimersByTimeAsync(500);
    expect(removed).toEqual(['logs/a']);
    expect(written.flat().map(({ node }) => node)).toEqual(['b']);
  });

  it('asks an agent again that never told what became of its configuration, now and then, until it tells', async () => {
    const asks = (node: string) =>
      sightings.shouldAskAgain({ clusterId: 'c', collectorId: `logs/${node}` }, Date.now());
    mute.add('a');
    poll('a');
    poll('b');
    expect(asks('a')).toBe(false);
    await vi.advanceTimersByTimeAsync(500);
    expect([asks('a'), asks('a'), asks('b')]).toEqual([true, false, false]);
    await pollFor(310);
    expect(asks('a')).toBe(true);
    poll('a', { status: { status: 'APPLIED', message: '' } });
    mute.delete('a');
    await pollFor(310);
    expect(asks('a')).toBe(false);
  });

  it('writes what waits when it is closed, and stops', async () => {
    poll('a');
    await sightings.close();
    expect(written).toHaveLength(1);
    poll('b');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).toHaveLength(1);
  });
});
