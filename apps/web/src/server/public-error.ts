import { isDatabaseAway } from '@oriel/db/database-errors';
import { type ErrorCode, errorCodes, OrielError } from '@oriel/domain/errors';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';

/** What a client is told of a failure: nothing that only the server should know. */
export interface PublicError {
  readonly code: ErrorCode;
  readonly message: string;
  /** Path in the input: `kubeconfig`, `members.0.email`. */
  readonly field: string | undefined;
  readonly retryable: boolean;
}

type TrpcCode = TRPCError['code'];

const trpcCodes: Record<ErrorCode, TrpcCode> = {
  bad_input: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  too_large: 'PAYLOAD_TOO_LARGE',
  rate_limited: 'TOO_MANY_REQUESTS',
  internal: 'INTERNAL_SERVER_ERROR',
  upstream_failed: 'BAD_GATEWAY',
  unavailable: 'SERVICE_UNAVAILABLE',
  timed_out: 'GATEWAY_TIMEOUT',
};

/** Maps whatever was thrown, once, for every procedure. */
export function toPublicError(error: TRPCError): PublicError {
  const { cause } = error;
  if (cause instanceof OrielError) {
    const { code, message, field, retryable } = cause;
    return { code, message, field, retryable };
  }
  if (isDatabaseAway(cause)) {
    return publicError('unavailable', 'Oriel’s database does not answer. Try again in a moment.');
  }
  if (error.code === 'BAD_REQUEST' && cause instanceof z.core.$ZodError) return invalidInput(cause);
  return ofTransport(error);
}

/** A TRPCError whose HTTP status fits the failure; the failure itself stays its cause. */
export function toTrpcError(error: TRPCError): TRPCError {
  const { code, message } = toPublicError(error);
  return new TRPCError({ code: trpcCodes[code], message, cause: error.cause ?? error });
}

function invalidInput(error: z.core.$ZodError): PublicError {
  const [first] = error.issues;
  const field = first?.path.join('.') || undefined;
  const about = field === undefined ? '' : ` (${field})`;
  return publicError('bad_input', `${first?.message ?? 'The input is not valid.'}${about}`, field);
}

/** tRPC's own refusals carry no cause of ours; anything else of unknown origin is told nothing about. */
function ofTransport(error: TRPCError): PublicError {
  switch (error.code) {
    case 'NOT_FOUND':
      return publicError(
        'not_found',
        'There is no such procedure. Check its name and whether it is a query or a mutation.',
      );
    case 'PARSE_ERROR':
      return publicError('bad_input', 'The request is not valid JSON.');
    case 'BAD_REQUEST':
    case 'METHOD_NOT_SUPPORTED':
    case 'UNSUPPORTED_MEDIA_TYPE':
      return publicError(
        'bad_input',
        'The request has a form that is not accepted: check method, content type and batch size (20 at most).',
      );
    case 'PAYLOAD_TOO_LARGE':
      return publicError('too_large', 'The request is too large.');
    default:
      return publicError(
        'internal',
        'Something went wrong on our side. Try again; if it happens again, give the request id to an administrator.',
      );
  }
}

function publicError(code: ErrorCode, message: string, field?: string): PublicError {
  return { code, message, field, retryable: code === 'unavailable' };
}

export function httpStatus(code: ErrorCode): number {
  return errorCodes[code];
}
