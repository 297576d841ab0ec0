import { type ErrorCode, errorCodes } from '@oriel/domain/errors';
import { TRPCError } from '@trpc/server';
import { toPublicError } from '@/server/public-error.ts';

/** Refusals that only HTTP knows, beside those of domain/errors.ts. */
const httpCodes = { method_not_allowed: 405, unsupported_media_type: 415, key_reused: 422 } as const;

type HttpCode = keyof typeof httpCodes;
export type ProblemCode = ErrorCode | HttpCode;
export const problemStatus: Readonly<Record<ProblemCode, number>> = { ...errorCodes, ...httpCodes };

/** Never changes for a code, unlike `detail`. */
export const problemTitles: Readonly<Record<ProblemCode, string>> = {
  bad_input: 'The request is not valid',
  unauthenticated: 'Not signed in',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  method_not_allowed: 'Method not allowed',
  conflict: 'In conflict with the present state',
  too_large: 'Too large',
  unsupported_media_type: 'Content type not supported',
  key_reused: 'Idempotency key used for another request',
  rate_limited: 'Too many requests',
  internal: 'Internal error',
  upstream_failed: 'A store or cluster failed',
  unavailable: 'Not available now',
  timed_out: 'Timed out',
};

/** An RFC 9457 problem. Programs go by `code`; `detail` is for people and may be worded anew. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Of this one request: `urn:oriel:request:<request id>`. */
  readonly instance: string;
  readonly code: ProblemCode;
  readonly field?: string | undefined;
  readonly retryable: boolean;
  readonly requestId: string;
}

/** Thrown by the transport itself. */
export class RestRefusal extends Error {
  readonly code: HttpCode;

  constructor(code: HttpCode, message: string) {
    super(message);
    this.code = code;
  }
}

export const problemType = (code: ProblemCode): string => `urn:oriel:problem:${code}`;

/** Whatever was thrown, as tRPC's clients would be told of it. */
export function toProblem(thrown: unknown, requestId: string): Problem {
  const { code, message, field, retryable } =
    thrown instanceof RestRefusal
      ? { code: thrown.code, message: thrown.message, field: undefined, retryable: false }
      : toPublicError(asTrpcError(thrown));
  return {
    type: problemType(code),
    title: problemTitles[code],
    status: problemStatus[code],
    detail: message,
    instance: `urn:oriel:request:${requestId}`,
    code,
    ...(field === undefined ? {} : { field }),
    retryable,
    requestId,
  };
}

export function problemResponse(problem: Problem, headers: Headers): Response {
  headers.set('content-type', 'application/problem+json');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function asTrpcError(thrown: unknown): TRPCError {
  return thrown instanceof TRPCError ? thrown : new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: thrown });
}
