import { type ErrorCode, OrielError } from '@oriel/domain/errors';

/**
 * What went wrong with a query, as far as a page tells them apart. Each asks for something else of the
 * person: correct the query, shorten the range, narrow the selection, wait, sign in.
 */
export type FailureKind =
  | 'malformed'
  | 'beyond-reach'
  | 'range-too-long'
  | 'too-much'
  | 'timed-out'
  | 'store-down'
  | 'busy'
  | 'signed-out'
  | 'not-allowed'
  | 'unreachable'
  | 'failed';

const CODE: Record<FailureKind, ErrorCode> = {
  malformed: 'bad_input',
  'beyond-reach': 'bad_input',
  'range-too-long': 'too_large',
  'too-much': 'too_large',
  'timed-out': 'timed_out',
  'store-down': 'unavailable',
  busy: 'rate_limited',
  'signed-out': 'unauthenticated',
  'not-allowed': 'not_found',
  unreachable: 'unavailable',
  failed: 'upstream_failed',
};

/** A failed query: `message` is the store's or the gateway's own words. */
export class StoreError extends OrielError {
  readonly kind: FailureKind;
  readonly requestId: string | undefined;
  /** Where in the query, counted in UTF-16 units, when the store says so. */
  readonly position: { readonly line: number; readonly column: number } | undefined;
  /** The store's limit on the length of a range, in milliseconds, when it says so. */
  readonly longestRangeMs: number | undefined;

  constructor(kind: FailureKind, message: string, requestId?: string) {
    super(CODE[kind], message);
    this.name = 'StoreError';
    this.kind = kind;
    this.requestId = requestId;
    this.position = kind === 'malformed' ? findPosition(message) : undefined;
    this.longestRangeMs = kind === 'range-too-long' ? findLimit(message) : undefined;
  }
}

/** Any thrown value as a StoreError; what never reached the gateway is `unreachable`. */
export function toStoreError(cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  return new StoreError('unreachable', cause instanceof Error ? cause.message : String(cause));
}

/**
 * Reads an answer that is not 2xx. Mimir and the gateway answer `{"errorType","error"}`, Loki plain text;
 * the words are those of Loki 3.7 and Mimir 3 (pkg/validation, pkg/logql, promql/parser).
 */
export function readFailure(status: number, body: string, requestId: string | undefined): StoreError {
  const { message, type } = readBody(body);
  return new StoreError(kindOf(status, type, message), message || `The store answered ${status}.`, requestId);
}

function readBody(body: string): { message: string; type: string } {
  try {
    const json: unknown = JSON.parse(body);
    if (typeof json === 'object' && json !== null) {
      const { error, message, errorType } = json as Record<string, unknown>;
      return { message: String(error ?? message ?? ''), type: String(errorType ?? '') };
    }
  } catch {
    // Loki answers in plain text.
  }
  return { message: body.trim().slice(0, 2000), type: '' };
}

/** The gateway's own: the query went to no store (packages/query-scope). */
const BEYOND_REACH = /^You may read a part of this project only/;
const RANGE = /(time range exceeds the limit|query length:|exceeds.*max.*(query )?length|lookback.*limit)/i;
const TOO_MUCH =
  /(maximum (number )?of series|too many (series|chunks|samples|bytes)|max(imum)?[ _-]entries|would read too many|limit.*exceeded|exceeded.*limit|maximum resolution)/i;
const TIMEOUT = /(timed out|timeout|deadline exceeded)/i;
const PARSE = /(parse error|syntax error|invalid parameter|unexpected |bad_data)/i;

function kindOf(status: number, type: string, message: string): FailureKind {
  if (status === 401) return 'signed-out';
  if (status === 403 || status === 404) return 'not-allowed';
  if (type === 'bad_input' && BEYOND_REACH.test(message)) return 'beyond-reach';
  if (RANGE.test(message)) return 'range-too-long';
  if (status === 429) return TOO_MUCH.test(message) ? 'too-much' : 'busy';
  if (status === 504 || status === 408 || type === 'timeout' || type === 'timed_out') return 'timed-out';
  if (TOO_MUCH.test(message) && !/parse error/i.test(message)) return 'too-much';
  if (status === 502 || status === 503) return TIMEOUT.test(message) ? 'timed-out' : 'store-down';
  if (status === 400 || status === 422) return PARSE.test(`${type} ${message}`) ? 'malformed' : 'failed';
  return TIMEOUT.test(message) ? 'timed-out' : 'failed';
}

/** Loki: "parse error at line 1, col 14: …"; PromQL: "1:14: parse error: …". Both count from one. */
function findPosition(message: string) {
  const found = /line (\d+), col (\d+)/.exec(message) ?? /(?:^|[\s"])(\d+):(\d+): parse error/.exec(message);
  return found === null ? undefined : { line: Number(found[1]), column: Number(found[2]) };
}

const UNIT_MS: Record<string, number> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 };

/** "(query length: 87600h0m0s, limit: 30d1h)". */
function findLimit(message: string): number | undefined {
  const limit = /limit: ([\dhmsd.]+)/.exec(message)?.[1];
  if (limit === undefined) return undefined;
  let total = 0;
  for (const [, amount, unit] of limit.matchAll(/([\d.]+)([dhms])/g))
    total += Number(amount) * (UNIT_MS[unit ?? ''] ?? 0);
  return total > 0 ? total : undefined;
}
