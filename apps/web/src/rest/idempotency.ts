import { createHmac } from 'node:crypto';
import {
  giveUpKey,
  keepAnswer,
  leaveUnclear,
  type RequestKey,
  type Reservation,
  reserveKey,
} from '@oriel/db/idempotency';
import { OrielError } from '@oriel/domain/errors';
import { env } from '@/env.ts';
import type { Context } from '@/server/context.ts';
import { log } from '@/server/log.ts';
import type { RestOperation } from './operation.ts';
import { RestRefusal, toProblem } from './problem.ts';

// After draft-ietf-httpapi-idempotency-key-header: one key, one request, one effect.

/** Past this a request that has not ended never will: its process is gone. */
const givenUpAfterMs = 150_000;

export interface OnceRequest {
  readonly operation: RestOperation;
  readonly input: unknown;
  /** The header as it came. */
  readonly header: string | null;
  readonly run: () => Promise<unknown>;
  /** Throws where they may not do it any more. */
  readonly ask: () => Promise<void>;
}

/** Carries a POST out once per key; a repetition gets the first answer again, and a header that says so. */
export async function once(ctx: Context, { operation, input, header, run, ask }: OnceRequest): Promise<unknown> {
  const key = operation.route.method === 'POST' ? readKey(header) : undefined;
  if (key === undefined) return run();
  const identity = await ctx.identity();
  // Nobody signed in: the procedure says so.
  if (identity === undefined) return run();
  // A repetition does nothing, and must not be free for that.
  await ctx.callLimits.admit({ identity, type: 'query' }, ctx.resHeaders);
  const requestKey = { credentialId: identity.credential.id, key };
  const reserved = await reserveKey(ctx.db, requestKey, hashOf(operation.procedure, input));
  if (reserved.kind !== 'first') {
    // What was answered then is for those who may ask for it now.
    await ask();
    return replay(ctx, operation, reserved);
  }
  const answer = await run().catch(async (thrown: unknown) => {
    await afterFailure(ctx, requestKey, thrown);
    throw thrown;
  });
  await keep(ctx, requestKey, operation.route.shownOnce ? undefined : answer);
  return answer;
}

function readKey(header: string | null): string | undefined {
  if (header === null) return undefined;
  // The draft writes it as a quoted string, most clients do not.
  const [, key] = /^"?([\x21\x23-\x7e]{1,255})"?$/.exec(header.trim()) ?? [];
  if (key !== undefined) return key;
  throw new OrielError(
    'bad_input',
    'The header Idempotency-Key must be 1 to 255 visible ASCII characters, such as a UUID.',
    { field: 'Idempotency-Key' },
  );
}

function replay(ctx: Context, { route }: RestOperation, found: Exclude<Reservation, { kind: 'first' }>): unknown {
  switch (found.kind) {
    case 'done':
      if (route.shownOnce) {
        throw new OrielError(
          'conflict',
          'This request was carried out before. Its answer held a secret that is shown once; revoke what it made and use a new key.',
        );
      }
      ctx.resHeaders.set('idempotency-replayed', 'true');
      return found.answer;
    case 'other_request':
      throw new RestRefusal(
        'key_reused',
        'This idempotency key was used for another request. Use a new key for each thing you create.',
      );
    case 'running':
      if (Date.now() - found.since.getTime() > givenUpAfterMs) throw unclear();
      ctx.resHeaders.set('retry-after', '1');
      throw new OrielError('conflict', 'A request with this idempotency key is being carried out. Ask again shortly.', {
        retryable: true,
      });
    case 'unclear':
      throw unclear();
  }
}

function unclear(): OrielError {
  return new OrielError(
    'conflict',
    'An earlier request with this key broke off, and it is not known what it did. Look whether the thing exists; if not, use a new key.',
  );
}

/** A refusal made nothing. A fault of ours may have come after the commit. */
async function afterFailure(ctx: Context, key: RequestKey, thrown: unknown): Promise<void> {
  const { code } = toProblem(thrown, ctx.requestId);
  const settle = code === 'internal' || code === 'unavailable' ? leaveUnclear : giveUpKey;
  await settle(ctx.db, key).catch((err: unknown) => warn(ctx, err));
}

/** What was made stays made: a key that cannot be kept must not turn a success into a failure. */
async function keep(ctx: Context, key: RequestKey, answer: unknown): Promise<void> {
  const kept = answer as Parameters<typeof keepAnswer>[2];
  await keepAnswer(ctx.db, key, kept).catch((err: unknown) => warn(ctx, err));
}

function warn({ requestId }: Context, err: unknown): void {
  log().warn({ err, requestId }, 'an idempotency key could not be settled');
}

/** Under a key: an input may hold a secret that is short enough to be guessed, such as an identity provider's. */
function hashOf(procedure: string, input: unknown): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(['idempotency', procedure, sorted(input)]);
  return new Uint8Array(createHmac('sha256', env().NEXTAUTH_SECRET).update(text).digest());
}

/** The same fields in another order are the same request. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}
