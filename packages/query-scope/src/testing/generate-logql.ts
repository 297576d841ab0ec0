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

const quotes = ['"', '`'];
const string = literal(value, quotes).map((text): Tokens => [text]);
const label = oneWord('cluster', 'namespace', 'app', 'sum', 'level', 'region');
const number = oneWord('5', '0.9', '1e3', '10');
const duration = oneWord('5m', '1h30m', '30s');

const matcher = fc.oneof(
  sequence(label, oneWord('=', '!='), string),
  sequence(
    label,
    oneWord('=~', '!~'),
    literal(regex, quotes).map((text) => [text]),
  ),
);
const matchers = fc.array(matcher, { maxLength: 3 });
export const logqlSelector = fc
  .tuple(fc.oneof({ weight: 8, arbitrary: token('app="api"') }, { weight: 1, arbitrary: matcher }), matchers)
  .map(([first, others]): Tokens => ['{', ...separated([first, ...others]), '}']);

const filter = fc.oneof(
  sequence(oneWord('|=', '!=', '|~', '!~', '|>', '!>'), string, maybe(sequence('or', string))),
  sequence(oneWord('|=', '!='), 'ip', '(', '"10.0.0.0/8"', ')'),
);
const template = literal(fc.constantFrom('{{.msg}}', '{{ __line__ }}', '{cluster="b"}'), quotes).map((text) => [text]);
const labelFilter = fc.oneof(
  matcher,
  sequence(label, oneWord('>', '<=', '==', '!='), fc.oneof(number, duration, oneWord('10KB', '5MB'))),
  sequence(label, '=', 'ip', '(', '"::1"', ')'),
  sequence(matcher, oneWord('and', 'or', ','), matcher),
);
const stage = fc.oneof(
  filter,
  sequence('|', oneWord('json', 'logfmt', 'unpack', 'decolorize')),
  sequence('|', 'logfmt', oneWord('--strict', '--keep-empty')),
  sequence('|', oneWord('json', 'logfmt'), label, '=', string, maybe(sequence(',', label))),
  sequence('|', 'pattern', '"<_> <level>"'),
  sequence('|', 'regexp', '"(?P<x>a)"'),
  sequence('|', 'line_format', template),
  sequence('|', 'label_format', label, '=', fc.oneof(template, label)),
  sequence('|', oneWord('drop', 'keep'), fc.oneof(label, matcher)),
  sequence('|', labelFilter),
);
const pipeline = fc.array(stage, { maxLength: 3 }).map((stages) => stages.flat());
const logs = fc.oneof(sequence(logqlSelector, pipeline), sequence('(', logqlSelector, pipeline, ')'));

const window = fc.oneof(
  { weight: 5, arbitrary: duration.map(([text]): Tokens => [`[${text}]`]) },
  { weight: 1, arbitrary: duration.map(([text]): Tokens => [`[ ${text} ]`]) },
);
const offset = sequence('offset', duration);
const unwrap = sequence(
  '|',
  'unwrap',
  fc.oneof(label, sequence(oneWord('bytes', 'duration', 'duration_seconds'), '(', label, ')')),
  maybe(sequence('|', labelFilter)),
);
const grouping = sequence(oneWord('by', 'without'), list(label));
const matching = sequence(
  oneWord('on', 'ignoring'),
  list(label),
  maybe(sequence(oneWord('group_left'), maybe(list(label)))),
);

const { metric } = fc.letrec<{ metric: Tokens }>((tie) => ({
  metric: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    sequence(
      oneWord('rate', 'count_over_time', 'bytes_rate', 'absent_over_time'),
      '(',
      logs,
      window,
      maybe(offset),
      ')',
    ),
    sequence(oneWord('rate', 'count_over_time'), '(', logqlSelector, window, maybe(offset), pipeline, ')'),
    sequence(
      oneWord('sum_over_time', 'avg_over_time'),
      '(',
      logqlSelector,
      pipeline,
      unwrap,
      window,
      ')',
      maybe(grouping),
    ),
    sequence('quantile_over_time', '(', number, ',', logqlSelector, pipeline, unwrap, window, ')', maybe(grouping)),
    sequence(oneWord('sum', 'max', 'COUNT'), maybe(grouping), '(', tie('metric'), ')'),
    sequence(oneWord('topk', 'bottomk'), '(', oneWord('5', '10'), ',', tie('metric'), ')', maybe(grouping)),
    sequence('label_replace', '(', tie('metric'), ',', string, ',', string, ',', string, ',', string, ')'),
    sequence(tie('metric'), oneWord('+', '/', 'and', 'or', 'unless', '^'), maybe(matching), tie('metric')),
    sequence(tie('metric'), oneWord('>', '==', '!='), maybe(token('bool')), fc.oneof(number, tie('metric'))),
    sequence('(', tie('metric'), ')'),
    sequence('vector', '(', number, ')'),
    sequence('variants', '(', tie('metric'), ')', 'of', '(', logqlSelector, window, ')'),
  ),
}));

export const logqlQuery: fc.Arbitrary<string> = spaced(fc.oneof(logs, { weight: 2, arbitrary: metric }));
