import { describe, expect, it } from 'vitest';
import { intersectReach, normaliseReach, type ReachPart } from './reach.ts';

const part = (clusters: ReachPart['clusters'], namespaces: ReachPart['namespaces'] = 'all'): ReachPart => ({
  clusters,
  namespaces,
});

describe('normaliseReach', () => {
  it.each<[string, ReachPart[], ReturnType<typeof normaliseReach>]>([
    ['nothing stays nothing', [], []],
    ['an empty side is nothing, never everything', [part([]), part('all', [])], []],
    ['one part of everything is everything', [part(['a']), part('all')], 'all'],
    ['equal clusters add their namespaces', [part(['a'], ['x']), part(['a'], ['y'])], [part(['a'], ['x', 'y'])]],
    ['equal namespaces add their clusters', [part(['a'], ['x']), part(['b'], ['x'])], [part(['a', 'b'], ['x'])]],
    ['a part within another goes', [part(['a', 'b']), part(['a'], ['x'])], [part(['a', 'b'])]],
    ['of two equal parts one stays', [part(['a', 'b'], ['x']), part(['b', 'a'], ['x'])], [part(['a', 'b'], ['x'])]],
    [
      'different namespaces in different clusters stay apart',
      [part(['a'], ['x']), part(['b'], ['y'])],
      [part(['a'], ['x']), part(['b'], ['y'])],
    ],
  ])('%s', (_, parts, expected) => {
    expect(normaliseReach(parts)).toEqual(expected);
  });
});

describe('intersectReach', () => {
  it('everything leaves the other as it is', () => {
    expect(intersectReach('all', [part(['a'])])).toEqual([part(['a'])]);
    expect(intersectReach([part(['a'])], 'all')).toEqual([part(['a'])]);
    expect(intersectReach('all', 'all')).toBe('all');
  });

  it('narrows each part by each', () => {
    expect(intersectReach([part(['a', 'b'], ['x', 'y'])], [part(['b', 'c']), part('all', ['x'])])).toEqual([
      part(['b'], ['x', 'y']),
      part(['a', 'b'], ['x']),
    ]);
  });

  it('parts without a common point leave nothing', () => {
    expect(intersectReach([part(['a'])], [part(['b'])])).toEqual([]);
    expect(intersectReach([part('all', ['x'])], [])).toEqual([]);
  });
});
