import type { IncomingMessage, ServerResponse } from 'node:http';
import { admitRead } from './admit.ts';
import { sendError, toOrielError } from './answer.ts';
import { readBody } from './body.ts';
import { type Call, forward, forwardNarrowed } from './forward.ts';
import type { Grants } from './grants.ts';
import { readHead } from './request-head.ts';
import type { Route } from './route.ts';
import type { KeyedCredential } from './shown-credential.ts';

export interface ReadApiOptions {
  readonly grants: Grants;
  readonly publicOrigin: string;
  /** Told about failures that are the gateway's own. */
  readonly onFailure: (cause: unknown, requestId: string) => void;
}

/** The Prometheus- and Loki-compatible read APIs: who may, where to, and how much of it. */
export function createReadApi({ grants, publicOrigin, onFailure }: ReadApiOptions) {
  return function read(request: IncomingMessage, response: ServerResponse, route: Route, requestId: string): void {
    const call: Call = { request, response, route, head: readHead(request.rawHeaders), requestId };
    try {
      const credential = admitRead(request, call.head, { route, publicOrigin });
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
