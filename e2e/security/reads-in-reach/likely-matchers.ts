import { oneWord, separated, type Tokens, token } from '@oriel/query-scope/testing/words';
import fc from 'fast-check';

const of = (...texts: readonly string[]) => oneWord(...texts);

/** Of a cluster that the readers may see a part of, or of several at once, theirs and others. */
const clusterMatcher = fc.oneof(
  { weight: 4, arbitrary: of('cluster="a"', "cluster='a'", 'cluster=`a`', 'cluster="\\x61"').map(quotesOfBoth) },
  { weight: 1, arbitrary: of('cluster=~".+"', 'cluster!="b"', 'cluster!~"b|c"', 'cluster=~"a|b|c"', 'cluster!=""') },
);
const namespaceMatcher = of(
  ...[
    'namespace="x"',
    'namespace=~"x|y"',
    'namespace!="z"',
    'namespace=~".+"',
    'namespace!~"q.*"',
    'namespace=~"x.*|y"',
  ],
);
const anyMatcher = of('app="api"', 'pod!=""', 'pod=~".+"', 'app=~"a.*"', 'app!="none"');

/** The two languages share two kinds of quotes. */
function quotesOfBoth(tokens: Tokens): Tokens {
  return tokens.map((text) => text.replaceAll("'", '"'));
}

/** Matchers of labels that the stored data has, most of them true of something that the readers may see. */
export const likelyMatchers: fc.Arbitrary<readonly Tokens[]> = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: fc.tuple(clusterMatcher) }, { weight: 1, arbitrary: fc.constant([]) }),
    fc.array(namespaceMatcher, { maxLength: 1 }),
    fc.array(anyMatcher, { maxLength: 1 }),
  )
  .chain((lists) => fc.shuffledSubarray(lists.flat(), { minLength: lists.flat().length }));

export const braced = (first: readonly Tokens[] = []): fc.Arbitrary<Tokens> =>
  likelyMatchers.map((matchers) => ['{', ...separated([...first, ...matchers]), '}']);

/** One of them, `sum by (pod)` being the likeliest, so that the answer says whose the data is. */
export const likelyGrouping: fc.Arbitrary<Tokens> = fc.oneof(
  { weight: 4, arbitrary: token('by (pod)') },
  { weight: 2, arbitrary: of('by (pod, cluster)', 'by (namespace, pod)', 'without (app)') },
  { weight: 1, arbitrary: of('by (cluster)', 'by ()', 'by (none)', 'without (pod)') },
);
