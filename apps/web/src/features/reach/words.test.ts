import { expect, test } from 'vitest';
import { reachWords } from './words.ts';

const a = { id: '1', name: 'prod-fra' };
const b = { id: '2', name: 'prod-ber' };
const gone = { id: '3', name: null };

test.each([
  ['all clusters', 'all', 'all'],
  ['prod-fra', [a], 'all'],
  ['2 clusters · shop, billing', [a, b], ['shop', 'billing']],
  ['prod-fra, 1 deleted', [a, gone], 'all'],
  ['1 deleted cluster', [gone], 'all'],
  ['all clusters · shop', 'all', ['shop']],
] as const)('%s', (words, clusters, namespaces) => {
  expect(reachWords({ clusters: clusters as never, namespaces: namespaces as never })).toBe(words);
});
