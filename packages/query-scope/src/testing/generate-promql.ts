import fc from 'fast-check';
import {
  list,
  literal,
  maybe,
  oneWord,
  regex,
  separated,
  sequence,
  spaced,
  type Tokens,
  token,
  value,
} from './words.ts';

const quotes = ['"', "'", '`'];
const string = literal(value, quotes).map((text): Tokens => [text]);
const label = oneWord('cluster', 'namespace', 'job', 'on', 'by', 'offset', 'sum', 'le');
const quotedLabel = literal(fc.constantFrom('cluster', 'namespace', 'label.name', 'é'), ['"', "'"]).map((text) => [
  text,
]);
const metric = oneWord('up', 'a:b', 'sum', 'rate', 'by', 'start', 'on_call', 'offset_total', 'fill', 'le');
const number = oneWord('0', '1.5', '.5', '1e3', '0x1F', 'Inf', 'NaN', '5m', '1h30m');
const duration = oneWord('5m', '1h30m', '300', '1d');

const matcher = fc.oneof(
  sequence(fc.oneof(label, quotedLabel), oneWord('=', '!='), string),
  sequence(
    label,
    oneWord('=~', '!~'),
    literal(regex, quotes).map((text) => [text]),
  ),
  quotedLabel,
);
const named = sequence('__name__', oneWord('=', '=~'), token('"up"'));
const matchers = fc
  .tuple(fc.array(matcher, { maxLength: 4 }), fc.boolean())
  .map(([items, trails]): Tokens => ['{', ...separated(items), ...(trails && items.length > 0 ? [','] : []), '}']);
export const promqlSelector = fc.oneof(
  { weight: 3, arbitrary: metric },
  { weight: 3, arbitrary: sequence(metric, matchers) },
  { weight: 1, arbitrary: matchers },
  { weight: 1, arbitrary: sequence('{', fc.oneof(named, token('"up.total"')), ',', matcher, '}') },
);

const offset = sequence('offset', maybe(token('-')), duration);
const at = sequence('@', fc.oneof(oneWord('1700000000', '-1.5'), sequence(oneWord('start', 'end'), '(', ')')));
const labels = list(fc.oneof(label, quotedLabel));
const grouping = sequence(oneWord('by', 'without', 'BY'), labels);
const matching = sequence(
  oneWord('on', 'ignoring'),
  labels,
  maybe(sequence(oneWord('group_left', 'group_right'), maybe(labels))),
);

const { vector } = fc.letrec<{ vector: Tokens; range: Tokens; scalar: Tokens }>((tie) => ({
  vector: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    sequence(promqlSelector, maybe(offset), maybe(at)),
    sequence('(', tie('vector'), ')'),
    sequence(
      oneWord('rate', 'increase', 'avg_over_time', 'absent_over_time', 'last_over_time'),
      '(',
      tie('range'),
      ')',
    ),
    sequence(oneWord('abs', 'absent', 'timestamp', 'sort', 'sort_desc', 'info'), '(', tie('vector'), ')'),
    sequence('label_replace', '(', tie('vector'), ',', string, ',', string, ',', string, ',', string, ')'),
    sequence('label_join', '(', tie('vector'), ',', string, ',', string, ',', string, ')'),
    sequence('histogram_quantile', '(', tie('scalar'), ',', tie('vector'), ')'),
    sequence(oneWord('sum', 'COUNT', 'group', 'max'), maybe(grouping), '(', tie('vector'), ')'),
    sequence(oneWord('sum', 'avg'), '(', tie('vector'), ')', grouping),
    sequence(oneWord('topk', 'quantile', 'limitk'), '(', tie('scalar'), ',', tie('vector'), ')'),
    sequence('count_values', '(', string, ',', tie('vector'), ')'),
    sequence(tie('vector'), oneWord('+', '/', '^', 'atan2', '%'), maybe(matching), tie('vector')),
    sequence(tie('vector'), oneWord('==', '>', '!=', '<='), maybe(token('bool')), maybe(matching), tie('vector')),
    sequence(tie('vector'), oneWord('and', 'or', 'unless'), maybe(sequence('on', labels)), tie('vector')),
    sequence(tie('vector'), oneWord('*', '>'), tie('scalar')),
    sequence(oneWord('-', '+'), tie('vector')),
    sequence('vector', '(', tie('scalar'), ')'),
  ),
  range: fc.oneof(
    { depthSize: 'small' },
    sequence(promqlSelector, '[', duration, ']', maybe(offset), maybe(at)),
    sequence(tie('vector'), '[', duration, ':', maybe(duration), ']', maybe(offset), maybe(at)),
  ),
  scalar: fc.oneof(
    { depthSize: 'small' },
    number,
    sequence('time', '(', ')'),
    sequence('scalar', '(', tie('vector'), ')'),
    sequence('-', tie('scalar')),
  ),
}));

export const promqlQuery: fc.Arbitrary<string> = spaced(fc.oneof({ weight: 30, arbitrary: vector }, string));
