import fc from 'fast-check';

export interface Names {
  readonly ownOrg: string;
  readonly otherOrg: string;
}

/** Bytes between the request line and the body, and the body. */
export interface Attack {
  readonly version: string;
  readonly lines: readonly string[];
  readonly body: string;
  readonly newline: string;
}

function headerNames(): fc.Arbitrary<string> {
  const tenant = fc.constantFrom(
    ...[
      'X-Scope-OrgID',
      'x-scope-orgid',
      'X-SCOPE-ORGID',
      'X_Scope_OrgID',
      'X-Scope_OrgID',
      'X-Scope-Orgid',
      'XScopeOrgID',
    ],
    ...[
      'X-Scope-OrgID ',
      'X-Scope-OrgID\t',
      ' X-Scope-OrgID',
      '\tX-Scope-OrgID',
      'X-Scope-OrgID\0',
      'X-Scope\x0b-OrgID',
    ],
    ...[
      'X-Scope-OrgID\x85',
      'X\xadScope-OrgID',
      'X-Scope-OrgID:',
      '"X-Scope-OrgID"',
      'X%2DScope%2DOrgID',
      'X-Scope-OrgID\x1f',
    ],
    ...[
      'HTTP_X_SCOPE_ORGID',
      'X-Forwarded-X-Scope-OrgID',
      'X-Amz-Meta-X-Scope-OrgID',
      'OrgID',
      'X-OrgID',
      'X-Tenant',
      'THANOS-TENANT',
    ],
  );
  const identity = fc.constantFrom(
    ...['X-WEBAUTH-USER', 'X-Webauth-Role', 'X-Prom-Label-Policy', 'x-middleware-subrequest', 'x-middleware-rewrite'],
    ...[
      'X-Forwarded-For',
      'X-Forwarded-Host',
      'X-Forwarded-User',
      'X-Forwarded-Prefix',
      'X-Forwarded-Proto',
      'Forwarded',
    ],
    ...[
      'X-Real-IP',
      'X-Original-URL',
      'X-Rewrite-URL',
      'X-HTTP-Method-Override',
      'X-Oriel-Cluster',
      'X-Grafana-Org-Id',
    ],
    ...[
      'X-Grafana-User',
      'X-Query-Tags',
      'X-Loki-Response-Encoding-Flags',
      'Proxy-Authorization',
      'Authorization',
      'Cookie',
    ],
    ...['Host', 'Via', 'Trailer', 'TE', 'Expect', 'Range', 'Upgrade', 'Connection', 'Proxy-Connection', 'Keep-Alive'],
  );
  return fc.oneof({ weight: 2, arbitrary: tenant }, { weight: 1, arbitrary: identity });
}

function headerValues({ ownOrg, otherOrg }: Names): fc.Arbitrary<string> {
  const injected = ['\r\n', '\n', '\r', '\r\n ', '%0d%0a', '\\r\\n', '\0', '\x85', '\u0560\u010a'].map(
    (gap) => `x${gap}X-Scope-OrgID: ${otherOrg}`,
  );
  return fc.constantFrom(
    ...[
      otherOrg,
      `${ownOrg}|${otherOrg}`,
      `${otherOrg}|${ownOrg}`,
      `${otherOrg}:x`,
      `${ownOrg},${otherOrg}`,
      `${ownOrg}%7C${otherOrg}`,
    ],
    ...[
      ` ${otherOrg}`,
      `\t${otherOrg}`,
      `"${otherOrg}"`,
      `${otherOrg}\t`,
      '*',
      '.*',
      '',
      'fake',
      'anonymous',
      '__mimir_cluster',
    ],
    ...injected,
    ...[
      'X-Scope-OrgID',
      'close, X-Scope-OrgID',
      'keep-alive, authorization',
      'Upgrade, X-Scope-OrgID',
      'x-scope-orgid;q=1',
    ],
    ...[
      'admin',
      `${otherOrg}:{}`,
      'src/middleware:src/middleware',
      'middleware:middleware:middleware:middleware:middleware',
    ],
    ...[
      'Bearer oriel_pat_AAAA',
      'Basic b3JpZWw6b3JpZWw=',
      'oriel.session=AAAA',
      '127.0.0.1',
      'h2c',
      'websocket',
      '100-continue',
      'x'.repeat(9_000),
    ],
  );
}

const smuggled = (otherOrg: string) =>
  `GET /api/projects/bank/loki/api/v1/labels HTTP/1.1\r\nHost: x\r\nX-Scope-OrgID: ${otherOrg}\r\n\r\n`;

/** Bodies whose end two servers may see in different places. */
function framings({ otherOrg }: Names): readonly { readonly lines: readonly string[]; readonly body: string }[] {
  const inner = smuggled(otherOrg);
  const chunk = `${inner.length.toString(16)}\r\n${inner}\r\n0\r\n`;
  const chunked = `${chunk}\r\n`;
  const length = `Content-Length: ${inner.length}`;
  return [
    { lines: [length, 'Transfer-Encoding: chunked'], body: `0\r\n\r\n${inner}` },
    { lines: ['Transfer-Encoding: chunked', 'Content-Length: 4'], body: chunked },
    { lines: [length, 'Content-Length: 0'], body: inner },
    { lines: ['Content-Length: 0', length], body: inner },
    { lines: [`Content-Length: +${inner.length}`], body: inner },
    { lines: [`Content-Length: 0x${inner.length.toString(16)}`], body: inner },
    { lines: [`Content-Length: ${inner.length}, ${inner.length}`], body: inner },
    { lines: ['Content-Length: -1'], body: inner },
    ...[
      'xchunked',
      'chunked, identity',
      'identity, chunked',
      '\x0bchunked',
      'Chunked',
      'chunked;q=1',
      ' chunked ',
      '"chunked"',
    ].map((coding) => ({ lines: [`Transfer-Encoding: ${coding}`, length], body: chunked })),
    { lines: ['Transfer-Encoding : chunked', length], body: chunked },
    { lines: ['Transfer-Encoding:\r\n chunked'], body: chunked },
    { lines: ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], body: chunked },
    {
      lines: ['Transfer-Encoding: chunked', 'Trailer: X-Scope-OrgID'],
      body: `${chunk}X-Scope-OrgID: ${otherOrg}\r\n\r\n`,
    },
    { lines: ['Transfer-Encoding: chunked'], body: `5;x="\r\n\r\n${inner}"\r\nquery\r\n0\r\n\r\n` },
    { lines: ['Transfer-Encoding: chunked'], body: `ffffffffffffffff1\r\n${inner}` },
    { lines: ['Transfer-Encoding: chunked'], body: `5\nquery\n0\n\n${inner}` },
    { lines: ['Expect: 100-continue', length], body: inner },
    { lines: ['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 8'], body: `query=up${inner}` },
    { lines: [], body: inner },
  ];
}

/** Forged requests, the same for the same seed. */
export function attacks(names: Names, amount: { readonly numRuns: number; readonly seed: number }): Attack[] {
  const line = fc
    .tuple(
      headerNames(),
      fc.oneof(
        { weight: 9, arbitrary: fc.constant(': ') },
        { weight: 1, arbitrary: fc.constantFrom(':', ' : ', ':	', ' ') },
      ),
      headerValues(names),
    )
    .map((parts) => parts.join(''));
  const framing = fc.oneof(
    { weight: 5, arbitrary: fc.constant({ lines: [] as readonly string[], body: '' }) },
    { weight: 1, arbitrary: fc.constantFrom(...framings(names)) },
  );
  const attack = fc
    .record({
      forged: fc.array(line, { minLength: 1, maxLength: 3 }),
      framing,
      version: fc.oneof(
        { weight: 12, arbitrary: fc.constant('HTTP/1.1') },
        { weight: 2, arbitrary: fc.constant('HTTP/1.0') },
        { weight: 1, arbitrary: fc.constantFrom('HTTP/0.9', 'HTTP/2.0', 'HTTP/1.1 ', 'http/1.1', 'HTTP/1.10', '') },
      ),
      newline: fc.oneof(
        { weight: 12, arbitrary: fc.constant('\r\n') },
        { weight: 1, arbitrary: fc.constantFrom('\n', '\r\n ', '\r', '\n\r') },
      ),
    })
    .map(({ forged, framing: { lines, body }, version, newline }) => ({
      version,
      newline,
      lines: [...forged, ...lines],
      body,
    }));
  return fc.sample(attack, amount);
}

/** The request as bytes; `known` are the lines that make it one of somebody's own, put somewhere between the others. */
export function bytesOf(
  { version, lines, body, newline }: Attack,
  request: { readonly method: string; readonly path: string; readonly known: readonly string[]; readonly at: number },
): string {
  const { method, path, known, at } = request;
  const place = at % (lines.length + 1);
  const all = [...lines.slice(0, place), ...known, ...lines.slice(place)];
  const head = [`${method} ${path}${version === '' ? '' : ` ${version}`}`, ...all].join(
    newline === '\r\n ' ? '\r\n' : newline,
  );
  return `${head}${newline === '\r\n ' ? '\r\n ' : newline}${newline === '\r\n ' ? '\r\n\r\n' : newline}${body}`;
}
