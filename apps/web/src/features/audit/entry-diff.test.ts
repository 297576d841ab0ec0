import { describe, expect, it } from 'vitest';
import { diffEntry, isChanged, summarizeEntry } from './entry-diff.ts';

describe('what an entry changed', () => {
  it('is shown field by field, whichever side has it', () => {
    const before = { setting: 'logging.enabled', value: false, gone: [1, 2] };
    const after = { setting: 'logging.enabled', value: true, added: { to: null } };
    expect(diffEntry(before, after)).toEqual([
      { path: 'setting', before: 'logging.enabled', after: 'logging.enabled' },
      { path: 'value', before: 'false', after: 'true' },
      { path: 'added.to', before: undefined, after: '–' },
      { path: 'gone.0', before: '1', after: undefined },
      { path: 'gone.1', before: '2', after: undefined },
    ]);
    expect(diffEntry(before, after).filter(isChanged)).toHaveLength(4);
  });

  it.each([
    [null, null, ''],
    [{ value: false }, { value: true }, 'value: false → true'],
    [null, { name: 'demo', tags: [] }, 'name: demo, tags: []'],
    [{ name: 'demo' }, null, 'name: demo'],
    [null, { a: 1, b: 2, c: 3, d: 4 }, 'a: 1, b: 2, c: 3 and 1 more'],
    [null, 'text', 'text'],
  ])('is told in a line: %j, %j', (before, after, line) => {
    expect(summarizeEntry(before, after)).toBe(line);
  });
});
