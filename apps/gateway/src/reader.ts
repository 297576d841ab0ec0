import { sendError, toOrielError } from './answer.ts';
import { readForm } from './body.ts';
import type { FairShare } from './fair-share.ts';
import { type Call, forward, forwardNarrowed } from './forward.ts';
import type { Grant, Grants } from './grants.ts';
import { inTurn } from './in-turn.ts';
import { NarrowingBudget } from './narrowing-budget.ts';
import type { Subject } from './shown-credential.ts';

export interface ReaderOptions {
  readonly grants: Grants;
  readonly share: FairShare;
  /** Told about failures that are the gateway's own. */
  readonly onFailure: (cause: unknown, requestId: string) => void;
}

export interface Reader {
  /** Answers a call that was admitted, by what this subject may read. */
  read(call: Call, subject: Subject): void;
  /** Answers with what went wrong. */
  fail(call: Call, cause: unknown): void;
}

/** Reads of the stores: where to, and how much of it. Who asks was found out before. */
export function createReader({ grants, share, onFailure }: ReaderOptions): Reader {
  const budget = new NarrowingBudget();
  return { read, fail };

  function read(call: Call, subject: Subject): void {
    const known = grants.peek(subject, call.route);
    if (known?.upstream.reach === 'all' && call.request.method === 'GET')
      start(call, known, () => forward(call, known, null));
    else void readSlowly(call, subject).catch((cause: unknown) => fail(call, cause));
  }

  async function readSlowly(call: Call, subject: Subject): Promise<void> {
    // Side by side: the body must be read while the database is asked.
    const [grant, body] = await Promise.all([grants.find(subject, call.route, call.request), readForm(call.request)]);
    start(call, grant, () => {
      if (grant.upstream.reach === 'all') forward(call, grant, body);
      else forwardNarrowed(call, grant, { body, budget }).catch((cause: unknown) => fail(call, cause));
    });
  }

  function start(call: Call, { asker }: Grant, work: () => void): void {
    inTurn(share, { response: call.response, asker, start: work, fail: (cause) => fail(call, cause) });
  }

  function fail({ response, requestId }: Call, cause: unknown): void {
    // The client has gone, and what it asked for was called off.
    if (response.destroyed) return;
    const error = toOrielError(cause);
    if (error.code === 'internal') onFailure(cause, requestId);
    sendError(response, error, requestId);
  }
}
