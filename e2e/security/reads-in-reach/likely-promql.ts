import { maybe, oneWord, sequence, spaced, type Tokens, token } from '@oriel/query-scope/testing/words';
import fc from 'fast-check';
import { braced, likelyGrouping } from './likely-matchers.ts';
import { metricNames } from './marks.ts';

const metric = oneWord(...metricNames);
export const likelySelector = fc.oneof(
  { weight: 6, arbitrary: sequence(metric, braced()) },
  { weight: 1, arbitrary: braced([['__name__="up"']]) },
  { weight: 1, arbitrary: braced([['"up"']]) },
  { weight: 1, arbitrary: metric },
);
const window = oneWord('[5m]', '[10m]', '[1h]', '[ 600s ]');
const number = oneWord('2', '0.5', '1e3', '0x1F');
const comparison = oneWord('> -1', '>= bool 0', '!= 1e9', '< Inf');

/** Queries of the right types for metrics and labels that are stored: most of them have an answer. */
const { vector } = fc.letrec<{ vector: Tokens }>((tie) => {
  const perPod = sequence('sum', 'by (pod)', '(', tie('vector'), ')');
  return {
    vector: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 4, arbitrary: sequence(likelySelector, maybe(token('offset 1s'))) },
      sequence('(', tie('vector'), ')'),
      sequence(
        oneWord('rate', 'increase', 'avg_over_time', 'last_over_time', 'max_over_time', 'count_over_time', 'delta'),
        '(',
        likelySelector,
        window,
        ')',
      ),
      sequence(oneWord('max_over_time', 'count_over_time'), '(', tie('vector'), oneWord('[5m:1m]', '[3m:30s]'), ')'),
      sequence(oneWord('abs', 'ceil', 'sort', 'sort_desc', 'timestamp'), '(', tie('vector'), ')'),
      sequence('label_replace', '(', tie('vector'), ', "whose", "$1", "pod", "(.*)")'),
      sequence('label_join', '(', tie('vector'), ', "both", "-", "pod", "namespace")'),
      sequence(oneWord('sum', 'max', 'group', 'count', 'avg'), likelyGrouping, '(', tie('vector'), ')'),
      sequence(oneWord('sum', 'min'), '(', tie('vector'), ')', likelyGrouping),
      sequence(oneWord('topk', 'bottomk', 'limitk'), '(', '50', ',', tie('vector'), ')'),
      sequence('quantile', likelyGrouping, '(', '0.9', ',', tie('vector'), ')'),
      sequence('count_values', 'by (pod)', '(', '"worth"', ',', tie('vector'), ')'),
      sequence('histogram_quantile', '(0.9, sum by (le, pod) (rate(took_bucket', braced(), window, ')))'),
      sequence(tie('vector'), oneWord('*', '+', '-'), number),
      sequence(tie('vector'), comparison),
      sequence('-', '(', tie('vector'), ')'),
      sequence(perPod, oneWord('/', '+', '*'), maybe(oneWord('on (pod)', 'ignoring (app)')), perPod),
      sequence(tie('vector'), 'or', maybe(token('on (pod)')), tie('vector')),
      sequence(tie('vector'), oneWord('and', 'unless'), oneWord('on (pod, none)', 'on (app)'), perPod),
    ),
  };
});

export const likelyPromql: fc.Arbitrary<string> = spaced(vector);
