/** Node names of the grammar and what they stand for. */
export const keywords: Readonly<Record<string, string>> = {
  And: 'and',
  Bool: 'bool',
  By: 'by',
  Decolorize: 'decolorize',
  Drop: 'drop',
  GroupLeft: 'group_left',
  GroupRight: 'group_right',
  Ignoring: 'ignoring',
  Ip: 'ip',
  Json: 'json',
  Keep: 'keep',
  LabelFormat: 'label_format',
  LabelReplace: 'label_replace',
  LineFormat: 'line_format',
  Logfmt: 'logfmt',
  Offset: 'offset',
  On: 'on',
  Or: 'or',
  Pattern: 'pattern',
  Regexp: 'regexp',
  Unless: 'unless',
  Unpack: 'unpack',
  Unwrap: 'unwrap',
  Vector: 'vector',
  Without: 'without',
};

export const operators: Readonly<Record<string, string>> = {
  Add: '+',
  Div: '/',
  Eq: '=',
  Eql: '==',
  Gte: '>=',
  Gtr: '>',
  Lss: '<',
  Lte: '<=',
  Mod: '%',
  Mul: '*',
  Neq: '!=',
  Npa: '!>',
  Nre: '!~',
  Pipe: '|',
  PipeExact: '|=',
  PipeMatch: '|~',
  PipePattern: '|>',
  Pow: '^',
  Re: '=~',
  Sub: '-',
};

export const rangeOperations: ReadonlySet<string> = new Set(
  `absent_over_time avg_over_time bytes_over_time bytes_rate count_over_time first_over_time last_over_time
  max_over_time min_over_time quantile_over_time rate rate_counter stddev_over_time stdvar_over_time
  sum_over_time`.split(/\s+/),
);

export const vectorOperations: ReadonlySet<string> = new Set(
  'approx_topk avg bottomk count max min sort sort_desc stddev stdvar sum topk'.split(' '),
);

export const conversions: ReadonlySet<string> = new Set(['bytes', 'duration', 'duration_seconds']);

export const parserFlags: ReadonlySet<string> = new Set(['--strict', '--keep-empty']);
