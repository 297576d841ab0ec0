/** Meaningful for one connection only (RFC 9110, 7.6.1). */
const hopByHop: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Set by us or by nobody: who asks, from where, for which tenant, and Next.js' messages to itself. */
const ours = new Set([
  'host',
  'expect',
  'forwarded',
  'x-real-ip',
  'x-original-url',
  'x-rewrite-url',
  'x-http-method-override',
  'x-request-id',
  'x-matched-path',
  'x-now-route-matches',
  'x-scope-orgid',
  'next-resume',
]);
const oursByPrefix = /^x-(?:forwarded|middleware|invoke|prerender|action|vercel|webauth|oriel|prom)-/;

export interface Forwarding {
  readonly publicOrigin: URL;
  /** Of addresses, as X-Forwarded-For has it. */
  readonly way: string;
  readonly requestId: string;
}

/** Headers for the web process: the client's, without those above, and what we know of the request ourselves. */
export function webRequestHeaders(raw: readonly string[], { publicOrigin, way, requestId }: Forwarding): string[] {
  const named = namedByConnection(raw);
  const headers: string[] = [];
  for (let index = 0; index < raw.length; index += 2) {
    const name = (raw[index] as string).toLowerCase();
    if (hopByHop.has(name) || named.has(name) || ours.has(name) || oursByPrefix.test(name)) continue;
    headers.push(name, raw[index + 1] as string);
  }
  headers.push(
    'host',
    publicOrigin.host,
    'x-forwarded-host',
    publicOrigin.host,
    'x-forwarded-proto',
    publicOrigin.protocol.slice(0, -1),
    'x-forwarded-for',
    way,
    'x-request-id',
    requestId,
  );
  return headers;
}

/** Headers of the web process' answer, duplicates (cookies) and order kept. */
export function webResponseHeaders(raw: readonly (string | Buffer)[], requestId: string): string[] {
  const headers: string[] = [];
  for (let index = 0; index < raw.length; index += 2) {
    const name = text(raw[index]).toLowerCase();
    if (!hopByHop.has(name) && name !== 'x-request-id') headers.push(name, text(raw[index + 1]));
  }
  headers.push('x-request-id', requestId);
  return headers;
}

function namedByConnection(raw: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (let index = 0; index < raw.length; index += 2) {
    if ((raw[index] as string).toLowerCase() !== 'connection') continue;
    for (const name of (raw[index + 1] as string).split(',')) names.add(name.trim().toLowerCase());
  }
  // Losing these would change what a request means, not how it travels.
  for (const name of ['cookie', 'authorization', 'content-length', 'content-type']) names.delete(name);
  return names;
}

/** Header bytes are Latin-1 on the wire, whatever they mean. */
function text(value: string | Buffer | undefined): string {
  return typeof value === 'string' ? value : (value?.toString('latin1') ?? '');
}
