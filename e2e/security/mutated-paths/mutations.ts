import fc from 'fast-check';

const slashes = [
  '//',
  '///',
  '/./',
  '/%2f',
  '%2f',
  '%2F',
  '%252f',
  '%5c',
  '\\',
  '/\\',
  '/;/',
  ';/',
  ';x=1/',
  '/%2e/',
  '/ /',
  '/%20/',
  '%c0%af',
  '／',
  '/%00/',
  '%u002f',
  '/.;/',
];
const parents = [
  '/../',
  '/..;/',
  '/%2e%2e/',
  '/%2E%2E/',
  '/.%2e/',
  '/%252e%252e/',
  '/%25252e%25252e/',
  '\\..\\',
  '/..%2f',
  '/..%5c',
  '/%c0%ae%c0%ae/',
  '/．．/',
  '/..%00/',
  '/...//',
  '/%2e%2e%2f',
  '/..%09/',
];
const pieces = [
  ...parents,
  '%00',
  '%0d%0a',
  '?',
  '#',
  '%3f',
  '%23',
  ';',
  ';jsessionid=1',
  '.',
  '..',
  '*',
  '@127.0.0.1',
  ':80',
  '%',
  '%zz',
  '%%32%65',
  '\t',
  ' ',
  '\x80',
  'é',
  '\u202e',
  '%ef%bc%8f',
  '&',
  '=',
  '+',
  '~',
  '{}',
  '|',
];
const prefixes = [
  'http://127.0.0.1',
  'http://oriel.localhost:3000',
  'https://x@127.0.0.1',
  '//127.0.0.1',
  'http:',
  'file://',
  '/..',
  '/.',
  '/%2e%2e',
  '\\',
  'x',
  '',
  '*',
  '127.0.0.1:3000',
];

type Change = (path: string) => string;

/** The nth slash of the path, replaced. */
const bendSlash = fc.tuple(fc.nat(12), fc.constantFrom(...slashes, ...parents)).map(
  ([at, by]): Change =>
    (path) => {
      const places = [...path.matchAll(/\//g)].map(({ index }) => index);
      const place = places[at % Math.max(places.length, 1)] ?? 0;
      return `${path.slice(0, place)}${by}${path.slice(place + 1)}`;
    },
);
const insert = fc.tuple(fc.nat(999), fc.constantFrom(...pieces)).map(
  ([where, piece]): Change =>
    (path) => {
      const at = Math.floor((where * path.length) / 1000);
      return `${path.slice(0, at)}${piece}${path.slice(at)}`;
    },
);
/** One letter by its number, once or twice over, or in the other case. */
const spell = fc.tuple(fc.nat(999), fc.nat(3)).map(
  ([where, way]): Change =>
    (path) => {
      const at = Math.floor((where * path.length) / 1000);
      const char = path[at] ?? '/';
      const hex = char.charCodeAt(0).toString(16).padStart(2, '0');
      const other = char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase();
      return `${path.slice(0, at)}${[`%${hex}`, `%25${hex}`, other, `%u00${hex}`][way] ?? char}${path.slice(at + 1)}`;
    },
);
const prefix = fc.constantFrom(...prefixes).map(
  (text): Change =>
    (path) =>
      text + path,
);
/** From one path into the other. */
const climb = fc.tuple(fc.constantFrom(...parents), fc.integer({ min: 1, max: 7 })).chain(([up, count]) =>
  fc
    .constantFrom(
      'api/projects/bank/loki/api/v1/labels',
      'loki/api/v1/push',
      'config/v1/rules',
      'p/shop',
      'api/admin/settings',
    )
    .map(
      (end): Change =>
        (path) =>
          `${path.split('?')[0]}${up.repeat(count)}${end}`,
    ),
);

/** Bent paths as they go into the request line, the same for the same seed. Latin-1: a byte a character. */
export function mutatedPaths(
  plain: readonly string[],
  amount: { readonly numRuns: number; readonly seed: number },
): string[] {
  const change = fc.oneof(bendSlash, insert, spell, prefix, climb);
  const path = fc
    .tuple(fc.constantFrom(...plain), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([start, changes]) => changes.reduce((bent, one) => one(bent), start));
  return fc.sample(path, amount).map((text) => Buffer.from(text).toString('latin1'));
}
