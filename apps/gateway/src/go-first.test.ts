import { getPriority, setPriority } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { goFirst } from './go-first.ts';

const before = getPriority();
afterEach(() => {
  if (getPriority() !== before) setPriority(before);
});

test('goes before others where it may, and says where it may not', () => {
  const isAllowed = goFirst();
  expect(getPriority()).toBe(isAllowed ? -10 : before);
  if (process.getuid?.() === 0) expect(isAllowed).toBe(true);
});
