import type { IncomingMessage, ServerResponse } from 'node:http';
import { admitRead } from './admit.ts';
import { sendError, toOrielError } from './answer.ts';
import { readBody } from './body.ts';
import type { FairShare } from './fair-share.ts';
import { type Call, forward, forwardNarrowed } from './forward.ts';
import type { Grant, Grants } from './grants.ts';
import { NarrowingBudget } from './narrowing-budget.ts';
import { readHead } from './request-head.ts';
import type { Route } from './route.ts';
import type { KeyedCredential } from './shown-credential.ts';

export interface ReadApiOptions {
  readonly grants: Grants;
  readonly share: FairShare;
  readonly publicOrigin: string;
  /** Told about failures that are the gateway's own. */
  readonly onFailure: (cause: unknown, requestId: string) => void;
}

/** The Prometheus- and Loki-compatible read APIs: who may, where to, and how much of it. */
export function createReadApi({ grants, share, publicOrigin, onFailure }: ReadApiOptions) {
  const budget = new NarrowingBudget();

  return function read(request: IncomingMessage, response: ServerResponse, route: Route, requestId: string): void {
    const call: Call = { request, response, route, head: readHead(request.rawHeaders), requestId };
    try {
      const credential = admitRead(request, call.head, { route, publicOrigin });
      const known = grants.peek(credential, route);
      if (known?.upstream.reach === 'all' && request.method === 'GET')
        inTurn(call, known, () => forward(call, known, null));
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
    inTurn(call, grant, () => {
      if (grant.upstream.reach === 'all') forward(call, grant, body);
      else forwardNarrowed(call, grant, { body, budget }).catch((cause: unknown) => fail(call, cause));
    });
  }

  /** Holds a place at the store from the start until the answer is through. */
  function inTurn(call: Call, { asker }: Grant, start: () => void): void {
    const { response } = call;
    if (response.destroyed) return;
    let started = false;
    const startNow = () => {
      started = true;
      try {
        start();
      } catch (cause) {
        fail(call, cause);
      }
    };
    const withdraw = share.enter(asker, startNow, (error) => fail(call, error));
    response.on('close', () => (started ? share.leave(asker) : withdraw()));
  }

  function fail({ response, requestId }: Call, cause: unknown): void {
    // The client has gone, and what it asked for was called off.
    if (response.destroyed) return;
    const error = toOrielError(cause);
    if (error.code === 'internal') onFailure(cause, requestId);
    sendError(response, error, requestId);
  }
}
