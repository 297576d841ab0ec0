/** Of a client's headers these go on: what describes its content, and what it can take. Nothing that says who asks. */
const passedOn: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'content-type',
  'if-modified-since',
  'if-none-match',
  'user-agent',
]);

export interface Identification {
  /** Their login in Grafana. */
  readonly userId: string;
  readonly orgId: number;
}

export interface GrafanaRequest {
  readonly host: string;
  readonly identification?: Identification | undefined;
  /** For an answer that is not passed on as it comes. */
  readonly uncompressed?: boolean;
}

/** Names and values in turn, from an empty map. Without an identification for files, which are nobody's. */
export function grafanaRequestHeaders(
  raw: readonly string[],
  { host, identification, uncompressed = false }: GrafanaRequest,
): string[] {
  const seen = new Set<string>();
  const headers = ['host', host];
  for (let index = 0; index < raw.length; index += 2) {
    const name = (raw[index] as string).toLowerCase();
    if (!passedOn.has(name) || seen.has(name) || (uncompressed && name === 'accept-encoding')) continue;
    seen.add(name);
    headers.push(name, raw[index + 1] as string);
  }
  if (identification !== undefined) {
    headers.push('x-webauth-user', identification.userId, 'x-grafana-org-id', String(identification.orgId));
  }
  return headers;
}

/** Of Grafana's: no cookies, no word on framing, nothing about the machine behind. */
const passedBack: ReadonlySet<string> = new Set([
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'content-security-policy',
  'content-type',
  'date',
  'etag',
  'last-modified',
  'retry-after',
  'vary',
]);

export interface Answered {
  readonly requestId: string;
  /** The control plane: nobody else may show Grafana in a frame. */
  readonly publicOrigin: string;
  /** A file's own caching stands; what a person sees is kept nowhere. */
  readonly isFile: boolean;
}

export function grafanaAnswerHeaders(
  answered: Readonly<Record<string, string | string[] | undefined>>,
  { requestId, publicOrigin, isFile }: Answered,
): string[] {
  const headers = [
    'x-request-id',
    requestId,
    // Beside Grafana's own, where it has one: a browser obeys both.
    'content-security-policy',
    `frame-ancestors ${publicOrigin}; object-src 'none'; base-uri 'self'`,
    'x-content-type-options',
    'nosniff',
    'referrer-policy',
    'same-origin',
    'cross-origin-resource-policy',
    'same-origin',
  ];
  for (const [name, value] of Object.entries(answered)) {
    if (passedBack.has(name) && typeof value === 'string') headers.push(name, value);
  }
  const { 'cache-control': caching } = answered;
  headers.push('cache-control', isFile && typeof caching === 'string' ? caching : 'no-store');
  return headers;
}

/**
 * Where Grafana sends the browser, as a path of its own origin; undefined for anywhere else, its sign-in included: that
 * is no place for people who are signed in to Oriel.
 */
export function redirectWithin(location: string, grafanaOrigin: string): string | undefined {
  const url = URL.canParse(location, grafanaOrigin) ? new URL(location, grafanaOrigin) : undefined;
  if (url?.origin !== grafanaOrigin || /^\/log(?:in|out)(?:\/|$)/.test(url.pathname)) return undefined;
  return url.pathname + url.search;
}
