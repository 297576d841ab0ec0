import { describe, expect, it } from 'vitest';
import { escapePattern, literalsOfPattern } from './pattern.ts';

describe('patterns', () => {
  it('takes a text literally', () => {
    expect(new RegExp(`^${escapePattern('a.b|c(1)$')}$`).test('a.b|c(1)$')).toBe(true);
  });

  it('finds the texts of an alternation, and nothing in other patterns', () => {
    expect(literalsOfPattern('api|web\\.1')).toEqual(['api', 'web.1']);
    expect(literalsOfPattern('prod-.+')).toBeUndefined();
    expect(literalsOfPattern('a|')).toBeUndefined();
    expect(literalsOfPattern('\\d')).toBeUndefined();
  });
});
