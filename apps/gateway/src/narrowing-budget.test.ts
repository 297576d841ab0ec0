import { expect, test } from 'vitest';
import { NarrowingBudget } from './narrowing-budget.ts';

test('who asked for a second of work waits until some of it is earned again; others do not', () => {
  let now = 0;
  const budget = new NarrowingBudget(() => now);
  const work = (ms: number) => () => {
    now += ms;
    return 'done';
  };
  expect(budget.spend('anna', work(1_300))).toBe('done');
  expect(() => budget.spend('anna', work(1))).toThrow(/take long to be narrowed/);
  expect(budget.spend('bert', work(1))).toBe('done');
  now += 1_000;
  expect(budget.spend('anna', work(1))).toBe('done');
  const failing = () => {
    now += 500;
    throw new Error('refused');
  };
  expect(() => budget.spend('anna', failing)).toThrow('refused');
  expect(() => budget.spend('anna', work(1))).toThrow(/take long/);
});
