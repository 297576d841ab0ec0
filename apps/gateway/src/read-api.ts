import type { IncomingMessage, ServerResponse } from 'node:http';
import { OrielError } from '@oriel/domain/errors';
import { sendError, toOrielError } from './answer.ts';
import { readBody } from './body.ts';
import { type Call, forward, forwardNarrowed } from './forward.ts';
import { type Grants, notSignedIn } from './grants.ts';
import { type RequestHead, readHead } from './request-head.ts';
import type { Route } from './route.ts';
import { credentialShown, type KeyedCredential } from './shown-credential.ts';

export interface ReadApiOptions {
  readonly grants: Grants;
  readonly publicOrigin: string;
  /** Told about failures that are the gateway's own. */
  readonly onFailure: (cause: unknown, requestId: string) => void;
}

const formType = /^application\/x-www-form-urlencoded(?:$|;|\s)/i;

/** The Prometheus- and Loki-compatible read APIs: who may, where to, and how much of it. */
export function createReadApi({ grants, publicOrigin, onFailure }: ReadApiOptions) {
  return function read(request: IncomingMessage, response: ServerResponse, route: Route, requestId: string): void {
    const call: Call = { request, response, route, head: readHead(request.rawHeaders), requestId };
    try {
      const credential = admit(call, publicOrigin);
      const known = grants.peek(credential, route);
      if (known?.upstream.reach === 'all' && request.method === 'GET') forward(call, known, null);
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
    if (grant.upstream.reach === 'all') forward(call, grant, body);
    else await forwardNarrowed(call, grant, body);
  }

  function fail({ response, requestId }: Call, cause: unknown): void {
    // The client has gone, and what it asked for was called off.
    if (response.destroyed) return;
    const error = toOrielError(cause);
    if (error.code === 'internal') onFailure(cause, requestId);
    sendError(response, error, requestId);
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
