import { expect, it } from 'vitest';
import { withNewest } from './query-history.ts';

it('keeps the newest first, each once, and forgets the oldest', () => {
  expect(withNewest(['a', 'b'], 'b')).toEqual(['b', 'a']);
  const many = Array.from({ length: 30 }, (_, index) => `q${index}`);
  expect(withNewest(many, 'new')).toHaveLength(20);
});
