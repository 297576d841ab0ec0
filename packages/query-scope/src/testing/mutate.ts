import fc from 'fast-check';

/** What stands at the edges of the two languages, and where lezer and the stores could read differently. */
const splinters = [
  ...'{}()[],:"\'`\\#=!~|@-+*/^<>._0a5',
  ...['\n', '\r', '\t', '\0', '\v', '\f', '\x7f', '\u00a0', '\u2028', '\ufeff', '\ufffd', '\ud800', 'İ', 'ſ', 'K'],
  ...['//', '/*', '*/', '\\"', '\\x', '\\u0022', '\\042', '{{', '}}', '{}', '()', '""', '$__rate_interval'],
  ...[
    ' or ',
    ' offset ',
    ' by ',
    ' group_left ',
    ' on() ',
    ' bool ',
    ' fill(0) ',
    ' smoothed',
    ' anchored',
    ' @ end()',
  ],
  ...[
    'info(',
    'variants(',
    'of (',
    'sum ',
    'up',
    '{cluster="b"}',
    'cluster="b"',
    'cluster=~".*"',
    ',cluster!="a"',
    '</',
    '>/',
  ],
  ...[
    '[5m]',
    '[5m:]',
    '[step()]',
    '-5m',
    '1_0',
    '0x',
    '1e',
    '|=',
    '|~',
    '!>',
    '--strict',
    '| json',
    '| unwrap x',
    '#{\n',
    "'}'",
  ],
];

type Mutation = readonly [kind: number, at: number, length: number, splinter: string];

const mutation: fc.Arbitrary<Mutation> = fc.tuple(
  fc.integer({ min: 0, max: 4 }),
  fc.integer({ min: 0, max: 999 }),
  fc.integer({ min: 1, max: 8 }),
  fc.constantFrom(...splinters),
);

/** The query with one to three places changed: something put in, taken out, put in place, doubled or turned round. */
export function mutated(query: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const few = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(mutation) },
    { weight: 1, arbitrary: fc.array(mutation, { minLength: 2, maxLength: 3 }) },
  );
  return fc
    .tuple(query, few, fc.boolean())
    .map(([text, mutations, snaps]) => mutations.reduce((changed, one) => apply(changed, one, snaps), text));
}

/** `snaps`: between two words, where more of what comes out is still a query. */
function apply(text: string, [kind, where, length, splinter]: Mutation, snaps: boolean): string {
  const anywhere = Math.floor((where * text.length) / 1000);
  const at = snaps ? anywhere + Math.max(0, text.slice(anywhere).search(/\b|(?=[{}()[\],])/)) : anywhere;
  const [before, middle, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  if (kind === 0) return `${before}${splinter}${middle}${after}`;
  if (kind === 1) return `${before}${after}`;
  if (kind === 2) return `${before}${splinter}${after}`;
  if (kind === 3) return `${before}${middle}${middle}${after}`;
  return `${before}${after.slice(0, length)}${middle}${after.slice(length)}`;
}
