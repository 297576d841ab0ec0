import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { whileAllowed } from './while-allowed.ts';

const quickly = { everyMs: 10, withinMs: 1_000 };

async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const seen: T[] = [];
  for await (const value of stream) seen.push(value);
  return seen;
}

test('passes a stream on to its end', async () => {
  async function* source() {
    yield 1;
    yield 2;
  }
  expect(await collect(whileAllowed(source(), async () => true))).toEqual([1, 2]);
});

test('ends a silent stream once the right is gone, and closes its source', async () => {
  let closed = false;
  const source: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: () => new Promise<never>(() => {}),
      return: async () => {
        closed = true;
        return { done: true, value: undefined };
      },
    }),
  };
  let allowed = true;
  const ended = collect(whileAllowed(source, async () => allowed, quickly));
  await sleep(50);
  allowed = false;
  expect(await ended).toEqual([]);
  expect(closed).toBe(true);
});

test('ends a busy stream as well', async () => {
  async function* source() {
    for (let value = 0; ; value += 1) {
      yield value;
      await sleep(1);
    }
  }
  const startedAt = Date.now();
  await collect(whileAllowed(source(), async () => Date.now() - startedAt < 50, quickly));
  expect(Date.now() - startedAt).toBeLessThan(1_000);
});

test('a check that cannot be made ends the stream', async () => {
  const silent = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) };
  const failing = () => Promise.reject(new Error('the database is away'));
  expect(await collect(whileAllowed(silent, failing, quickly))).toEqual([]);
});

test('a check that is not answered in time ends the stream', async () => {
  const silent = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) };
  const hanging = () => new Promise<boolean>(() => {});
  expect(await collect(whileAllowed(silent, hanging, { everyMs: 10, withinMs: 10 }))).toEqual([]);
});

test('nothing is checked any more once the stream has ended', async () => {
  let checks = 0;
  async function* source() {
    await sleep(30);
    yield 1;
  }
  const slow = async () => {
    checks += 1;
    await sleep(20);
    return true;
  };
  await collect(whileAllowed(source(), slow, quickly));
  await sleep(60);
  expect(checks).toBeLessThanOrEqual(2);
});

test('an error of the source reaches the reader', async () => {
  async function* source(): AsyncGenerator<number> {
    yield 1;
    throw new Error('broken');
  }
  await expect(collect(whileAllowed(source(), async () => true))).rejects.toThrow('broken');
});
