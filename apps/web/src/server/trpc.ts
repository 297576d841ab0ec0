import { OrielError } from '@oriel/domain/errors';
import { initTRPC } from '@trpc/server';
import type { ProcedureMeta } from './access.ts';
import type { Context } from './context.ts';
import { log } from './log.ts';
import { httpStatus, toPublicError, toTrpcError } from './public-error.ts';

/** `tracked(id, value)` of a subscription, for whoever writes one. */
export { tracked } from '@trpc/server';

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    // No stack ever reaches a client, not even in development.
    isDev: false,
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter({ shape, error, ctx }) {
      const { code, message, field, retryable } = toPublicError(error);
      return {
        code: shape.code,
        message,
        data: { code, field, retryable, requestId: ctx?.requestId, httpStatus: httpStatus(code) },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Last before the body of every procedure: whoever only asks whether they may is told here that they may. */
export async function beforeBody<Result>({ ctx, next }: BeforeBody<Result>): Promise<Result> {
  if (ctx.rehearsal === undefined) return next();
  ctx.rehearsal.passed = true;
  throw new OrielError('conflict', 'This was asked for and not done.');
}

interface BeforeBody<Result> {
  readonly ctx: Pick<Context, 'rehearsal'>;
  readonly next: () => Promise<Result>;
}

/** First in every procedure: whatever is thrown below gets its status here, and is logged where it is our fault. */
export const baseProcedure = t.procedure.use(async ({ ctx, next, path, type }) => {
  const result = await next();
  if (result.ok) return result;
  const { code } = toPublicError(result.error);
  if (code === 'internal' || code === 'unavailable') {
    log().error(
      { err: result.error.cause ?? result.error, requestId: ctx.requestId, path, type },
      'a procedure failed',
    );
  }
  throw toTrpcError(result.error);
});
