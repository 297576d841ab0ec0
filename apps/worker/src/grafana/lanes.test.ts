import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Lanes } from './lanes.ts';

/** Work that ends when it is told to, and the order in which it began. */
function manualWork() {
  const begun: string[] = [];
  const running = new Map<string, () => void>();
  const work = (id: string) => {
    expect(running.has(id)).toBe(false);
    begun.push(id);
    return new Promise<void>((resolve) => running.set(id, resolve));
  };
  const finish = async (id: string) => {
    const end = running.get(id);
    running.delete(id);
    end?.();
    await turn();
  };
  return { begun, work, finish };
}

test('works on so many at once, and on those that somebody waits for first', async () => {
  const { begun, work, finish } = manualWork();
  const lanes = new Lanes(2, work);
  lanes.open();
  lanes.fill(['a', 'b', 'c', 'd']);
  lanes.hurry('e');
  expect(begun).toEqual(['a', 'b']);
  await finish('a');
  await finish('b');
  expect(begun).toEqual(['a', 'b', 'e', 'c']);
});

test('never works on one twice at the same time, and again where it was wished for meanwhile', async () => {
  const { begun, work, finish } = manualWork();
  const lanes = new Lanes(4, work);
  lanes.open();
  lanes.hurry('a');
  lanes.hurry('a');
  lanes.fill(['a']);
  lanes.hurry('b');
  expect(begun).toEqual(['a', 'b']);
  await finish('a');
  expect(begun).toEqual(['a', 'b', 'a']);
  await finish('a');
  expect(begun).toEqual(['a', 'b', 'a']);
});

test('one that holds its lane holds up no other', async () => {
  const { begun, work, finish } = manualWork();
  const lanes = new Lanes(2, work);
  lanes.open();
  lanes.fill(['slow', 'a', 'b', 'c']);
  for (const id of ['a', 'b', 'c']) await finish(id);
  expect(begun).toEqual(['slow', 'a', 'b', 'c']);
  expect(lanes.isShort).toBe(true);
});

test('closed, it begins nothing and waits for what runs; what waits is kept elsewhere', async () => {
  const { begun, work, finish } = manualWork();
  const lanes = new Lanes(1, work);
  lanes.open();
  lanes.fill(['a', 'b']);
  const closed = lanes.close();
  lanes.hurry('c');
  let isClosed = false;
  void closed.then(() => {
    isClosed = true;
  });
  await turn();
  expect(isClosed).toBe(false);
  await finish('a');
  await closed;
  expect(begun).toEqual(['a']);
  lanes.open();
  expect(begun).toEqual(['a', 'c']);
});
