import type { Completion } from '@codemirror/autocomplete';

const term = (label: string, detail: string, apply?: string): Completion => ({
  label,
  detail,
  ...(apply === undefined ? {} : { apply }),
});

/** What may follow a pipe. */
export const STAGES: readonly Completion[] = [
  term('json', 'fields of JSON lines'),
  term('logfmt', 'fields of key=value lines'),
  term('pattern', 'fields by a pattern', 'pattern "'),
  term('regexp', 'fields by named groups', 'regexp "'),
  term('unpack', 'lines packed by an agent'),
  term('line_format', 'rewrite the line', 'line_format "'),
  term('label_format', 'rename or make labels', 'label_format '),
  term('decolorize', 'take colour codes away'),
  term('drop', 'leave labels out', 'drop '),
  term('keep', 'keep only these labels', 'keep '),
  term('unwrap', 'a field as a number', 'unwrap '),
];

/** What may begin a query, or stand inside a function. */
export const FUNCTIONS: readonly Completion[] = [
  term('{', 'a selector: lines of streams', '{'),
  ...[
    ['count_over_time', 'lines in a range'],
    ['rate', 'lines per second'],
    ['bytes_over_time', 'bytes in a range'],
    ['bytes_rate', 'bytes per second'],
    ['sum', 'add series up'],
    ['avg', 'mean of series'],
    ['min', 'least of series'],
    ['max', 'greatest of series'],
    ['count', 'number of series'],
    ['topk', 'greatest series'],
    ['bottomk', 'least series'],
    ['sum_over_time', 'add unwrapped values up'],
    ['avg_over_time', 'mean of unwrapped values'],
    ['max_over_time', 'greatest unwrapped value'],
    ['min_over_time', 'least unwrapped value'],
    ['quantile_over_time', 'quantile of unwrapped values'],
    ['absent_over_time', '1 where nothing is'],
  ].map(([name = '', detail = '']) => term(name, detail, `${name}(`)),
];
