import { maybe, oneWord, sequence, spaced, type Tokens, token } from '@oriel/query-scope/testing/words';
import fc from 'fast-check';
import { braced, likelyGrouping } from './likely-matchers.ts';

// Loki wants one matcher that says more than "anything".
export const likelyStreams = braced([['app="api"']]);

/** Stages that the stored lines (logfmt) pass, without an error. */
const stage = fc.oneof(
  oneWord('|= "level"', '|= `info` or "warn"', '!= "nope"', '|~ "lev.l"', '!~ "x{9}"', '|> "<_>level<_>"'),
  oneWord('| logfmt', '| logfmt --strict', '| logfmt lvl="level", msg', '| decolorize'),
  oneWord('| logfmt | n > 0', '| logfmt | took > 1ms', '| logfmt | size >= 1KB', '| logfmt | level="info" or n < 99'),
  oneWord('| pattern "level=<l> msg=<m> <_>"', '| regexp "level=(?P<l>\\\\w+)"'),
  oneWord(
    '| label_format whose=pod',
    '| label_format whose="{{.pod}}"',
    '| drop app',
    '| keep pod, cluster, n, took, size',
  ),
  oneWord('| pod != ""', '| cluster = "a"', '| namespace =~ "x|y"', '| line_format "{{.pod}} {{__line__}}"'),
);
const pipeline = fc.array(stage, { maxLength: 3 }).map((stages): Tokens => stages.flat());
const asJson = oneWord('| json', '| unpack');
const lines = sequence(likelyStreams, pipeline, maybe(asJson));

const window = oneWord('[5m]', '[10m]', '[1h]', '[ 30m ]');
const number = oneWord('2', '0.5', '1e3');
const unwrap = sequence(
  '| logfmt | unwrap',
  oneWord('n', 'duration(took)', 'duration_seconds(took)', 'bytes(size)'),
  oneWord('', '| __error__=""', '| pod != ""'),
);

const { metric } = fc.letrec<{ metric: Tokens }>((tie) => {
  const perPod = sequence('sum', 'by (pod)', '(', tie('metric'), ')');
  return {
    metric: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      {
        weight: 4,
        arbitrary: sequence(
          oneWord('rate', 'count_over_time', 'bytes_rate', 'bytes_over_time'),
          '(',
          likelyStreams,
          pipeline,
          window,
          maybe(token('offset 1s')),
          ')',
        ),
      },
      sequence(
        oneWord('sum_over_time', 'avg_over_time', 'max_over_time', 'first_over_time', 'stddev_over_time'),
        '(',
        likelyStreams,
        unwrap,
        window,
        ')',
      ),
      sequence(oneWord('avg_over_time', 'max_over_time'), '(', likelyStreams, unwrap, window, ')', likelyGrouping),
      sequence('quantile_over_time', '(', '0.9', ',', likelyStreams, unwrap, window, ')', 'by (pod)'),
      sequence(oneWord('sum', 'max', 'count', 'avg'), likelyGrouping, '(', tie('metric'), ')'),
      sequence(oneWord('topk', 'bottomk'), '(', '50', ',', tie('metric'), ')'),
      sequence('label_replace', '(', tie('metric'), ', "whose", "$1", "pod", "(.*)")'),
      sequence(tie('metric'), oneWord('*', '+', '>', '!='), number),
      sequence(perPod, oneWord('/', '+'), maybe(token('on (pod)')), perPod),
      sequence(tie('metric'), 'or', tie('metric')),
      sequence('(', tie('metric'), ')'),
    ),
  };
});

export const likelyLogql: fc.Arbitrary<string> = spaced(fc.oneof(lines, { weight: 2, arbitrary: metric }));
