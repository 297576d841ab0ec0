import type { IncomingMessage, ServerResponse } from 'node:http';
import { OrielError } from '@oriel/domain/errors';
import { storeUnavailable } from '@oriel/seed-client/failure';
import { sendError, toOrielError } from './answer.ts';
import { readBody } from './body.ts';
import { Exchange, type Headers } from './exchange.ts';
import { type Grant, type Grants, notSignedIn } from './grants.ts';
import { checkLogLimits } from './log-limits.ts';
import { checkMetricLimits } from './metric-limits.ts';
import { type RequestHead, readHead } from './request-head.ts';
import type { Route } from './route.ts';
import { credentialShown, type KeyedCredential } from './shown-credential.ts';

export interface ReadApiOptions {
  readonly grants: Grants;
  readonly publicOrigin: string;
  /** Told about failures that are the gateway's own. */
  readonly onFailure: (cause: unknown, requestId: string) => void;
}

interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly route: Route;
  readonly head: RequestHead;
  readonly requestId: string;
}

const formType = /^application\/x-www-form-urlencoded(?:$|;|\s)/i;

/** The Prometheus- and Loki-compatible read APIs: who may, where to, and nothing of the content. */
export function createReadApi({ grants, publicOrigin, onFailure }: ReadApiOptions) {
  return function read(request: IncomingMessage, response: ServerResponse, route: Route, requestId: string): void {
    const call: Call = { request, response, route, head: readHead(request.rawHeaders), requestId };
    try {
      const credential = admit(call, publicOrigin);
      const known = grants.peek(credential, route);
      if (known && request.method === 'GET') forward(call, known, null);
      else void readSlowly(call, credential).catch((cause: unknown) => fail(call, cause));
    } catch (cause) {
      fail(call, cause);
    }
  };

  async function readSlowly(call: Call, credential: KeyedCredential): Promise<void> {
    // Side by side: the body must be read while the database is asked.
    const [grant, body] = await Promise.all([
      grants.find(credential, call.route),
      call.request.method === 'POST' ? readBody(call.request) : null,
    ]);
    forward(call, grant, body);
  }

  function fail({ response, requestId }: Call, cause: unknown): void {
    const error = toOrielError(cause);
    if (error.code === 'internal') onFailure(cause, requestId);
    if (!response.destroyed) sendError(response, error, requestId);
  }
}

/** Everything that can be decided from the head alone. */
function admit({ request: { method, socket }, route, head }: Call, publicOrigin: string): KeyedCredential {
  if (method !== 'GET' && !(method === 'POST' && route.mayPost)) {
    throw new OrielError(
      'bad_input',
      `This call is read by GET${route.mayPost ? ' or by a POST form' : ''}, not by ${method}.`,
    );
  }
  if (head.isAmbiguous) throw new OrielError('bad_input', 'The request carries more than one Authorization header.');
  const credential = credentialShown(socket, head, publicOrigin);
  if (!credential) throw notSignedIn();
  if (method === 'GET') {
    if (head.hasBody)
      throw new OrielError('bad_input', 'A GET request carries no body here. Send a long query as a POST form.');
    return credential;
  }
  if (!formType.test(head.contentType ?? '') || head.contentEncoding !== undefined) {
    throw new OrielError('bad_input', 'Post queries as application/x-www-form-urlencoded, not compressed.');
  }
  if (credential.kind === 'session') requireOwnOrigin(head, publicOrigin);
  return credential;
}

/** A browser sends the cookie whoever's page asks: only our own pages may post with it. */
function requireOwnOrigin({ origin, fetchSite }: RequestHead, publicOrigin: string): void {
  if (origin === publicOrigin) return;
  if (origin === undefined && fetchSite === 'same-origin') return;
  throw new OrielError('forbidden', `This request comes from another site. Open Oriel at ${publicOrigin}.`);
}

function forward({ request, response, route, head, requestId }: Call, grant: Grant, body: Buffer | null): void {
  const { upstream, degraded } = grant;
  const url = request.url as string;
  const searchAt = url.indexOf('?');
  const search = searchAt === -1 ? '' : url.slice(searchAt);
  if (route.store === 'logs') checkLogLimits(formsOf(search, body), Date.now());
  // Without a step it is no range query, and parameters need not be read.
  else if (search.includes('step=') || body?.includes('step=')) checkMetricLimits(formsOf(search, body), Date.now());
  // From an empty map: what a client sends beside these never reaches a store.
  const headers = [...upstream.headers];
  if (head.accept !== undefined) headers.push('accept', head.accept);
  if (head.acceptEncoding !== undefined) headers.push('accept-encoding', head.acceptEncoding);
  if (head.cacheControl !== undefined) headers.push('cache-control', head.cacheControl);
  if (body !== null) headers.push('content-type', head.contentType as string);
  upstream.wire.dispatch(
    { path: upstream.prefix + route.path + search, method: body === null ? 'GET' : 'POST', headers, body },
    new Exchange(response, {
      headOf: (_status, answered) => headOf(answered, requestId, degraded),
      fail: (cause) => sendError(response, storeUnavailable(route.store, upstream.seedName, cause), requestId),
    }),
  );
}

/** Headers of a store that mean something to its clients; cookies, CORS and hop-by-hop headers are not among them. */
const passed = ['content-type', 'content-length', 'content-encoding', 'vary', 'date', 'retry-after', 'server-timing'];

function headOf(answered: Headers, requestId: string, degraded: boolean): string[] {
  const head = ['x-request-id', requestId, 'cache-control', 'no-store', 'x-content-type-options', 'nosniff'];
  if (degraded) head.push('x-oriel-degraded', '1');
  for (const name of passed) {
    const value = answered[name];
    if (typeof value === 'string') head.push(name, value);
  }
  return head;
}

function formsOf(search: string, body: Buffer | null): URLSearchParams[] {
  const forms = [new URLSearchParams(search)];
  if (body !== null) forms.unshift(new URLSearchParams(body.toString('utf8')));
  return forms;
}
