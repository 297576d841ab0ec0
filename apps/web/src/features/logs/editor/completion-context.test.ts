import { expect, it } from 'vitest';
import { completionPlace } from './completion-context.ts';

it.each([
  ['{', { kind: 'label', from: 1 }],
  ['{na', { kind: 'label', from: 1 }],
  ['{a="b", ', { kind: 'label', from: 8 }],
  ['{a="b" ', { kind: 'nothing' }],
  ['{pod="ap', { kind: 'value', from: 6, label: 'pod', others: '' }],
  ['{a="}", pod=~`ap', { kind: 'value', from: 14, label: 'pod', others: 'a="}"' }],
  ['{pod="x", pod!="', { kind: 'value', from: 16, label: 'pod', others: '' }],
  ['{a="b"} |', { kind: 'stage', from: 9 }],
  ['{a="b"} | lo', { kind: 'stage', from: 10 }],
  ['{a="b"} |= "te', { kind: 'nothing' }],
  ['{a="b"} | json # | ', { kind: 'nothing' }],
  ['', { kind: 'function', from: 0 }],
  ['su', { kind: 'function', from: 0 }],
  ['sum(ra', { kind: 'function', from: 4 }],
  ['sum by (le', { kind: 'grouping', from: 8 }],
  ['sum by (a, ', { kind: 'grouping', from: 11 }],
  ['sum(rate({a="b"} [5', { kind: 'nothing' }],
])('%s', (before, place) => expect(completionPlace(before)).toEqual(place));
