import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurn } from './turns.ts';

test('one after the other for one person, side by side for two, and a failure stops nobody', async () => {
  const seen: string[] = [];
  const step = (name: string, ms: number) => async () => {
    seen.push(`${name} begins`);
    await wait(ms);
    seen.push(`${name} ends`);
    if (name === 'a1') throw new Error('a1 failed');
  };
  const first = inTurn('a', step('a1', 30));
  const rest = [inTurn('a', step('a2', 1)), inTurn('b', step('b1', 1))];
  await expect(first).rejects.toThrow('a1 failed');
  await Promise.all(rest);
  expect(seen).toEqual(['a1 begins', 'b1 begins', 'b1 ends', 'a1 ends', 'a2 begins', 'a2 ends']);
});
