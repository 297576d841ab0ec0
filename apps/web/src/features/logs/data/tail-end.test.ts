import { describe, expect, it } from 'vitest';
import { pauseBefore, readTailEnd } from './tail-end.ts';

describe('the end of a tail', () => {
  it('is for good when the right went, in the gateway’s words', () => {
    expect(readTailEnd(4403, 'What you may read here has changed. Open the tail again.')).toEqual({
      kind: 'over',
      message: 'What you may read here has changed. Open the tail again.',
    });
    expect(readTailEnd(4403, '').message).toMatch(/\.$/);
  });

  it.each([1000, 1001, 1006, 1011, 1013])('with code %i is tried again', (code) => {
    expect(readTailEnd(code, '').kind).toBe('broken');
    expect(readTailEnd(code, 'Oriel cannot check who you are.').message).toBe('Oriel cannot check who you are.');
  });

  it('is tried again after longer and longer pauses', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map((failures) => pauseBefore(failures, 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
    expect(pauseBefore(1, 0)).toBe(750);
  });
});
