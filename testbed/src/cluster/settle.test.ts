import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { allSettledOrThrow, once } from './settle.ts';

it('stops once, however many ask', async () => {
  let count = 0;
  const stop = once(async () => {
    await sleep(5);
    count++;
  });
  await Promise.all([stop(), stop()]);
  await stop();
  expect(count).toBe(1);
});

it('fails only when nothing is under way any more', async () => {
  let ended = false;
  const slow = sleep(20).then(() => {
    ended = true;
  });
  await expect(allSettledOrThrow([Promise.reject(new Error('first')), slow])).rejects.toThrow('first');
  expect(ended).toBe(true);
});
