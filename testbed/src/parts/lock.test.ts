import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.ts';

let folder: string;
let lock: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-lock-'));
  lock = join(folder, 'nested', 'part');
});
afterEach(() => rm(folder, { recursive: true }));

test('two holders come one after the other, the second is told', async () => {
  const events: string[] = [];
  const work = (name: string) => async () => {
    events.push(`${name} in`);
    await delay(50);
    events.push(`${name} out`);
  };
  const first = withLock(lock, {}, work('a'));
  await delay(10);
  await withLock(lock, { onWait: (holder) => events.push(holder.replace(/\d+.*/, '…')) }, work('b'));
  await first;
  expect(events).toEqual(['a in', 'process …', 'a out', 'b in', 'b out']);
});

test('a lock is given back when the work fails', async () => {
  await expect(withLock(lock, {}, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(readFile(lock)).rejects.toThrow('ENOENT');
});

test('a lock whose heartbeat stopped is taken over', async () => {
  await withLock(lock, {}, async () => undefined);
  await writeFile(lock, 'process 1 on another-machine\n');
  const longAgo = new Date(Date.now() - 120_000);
  await utimes(lock, longAgo, longAgo);
  expect(await withLock(lock, {}, async () => 'mine')).toBe('mine');
});

test('a lock held elsewhere is waited for until the caller gives up', async () => {
  await withLock(lock, {}, async () => undefined);
  await writeFile(lock, 'process 1 on another-machine\n');
  await expect(withLock(lock, { signal: AbortSignal.timeout(30) }, async () => 'mine')).rejects.toThrow();
});
