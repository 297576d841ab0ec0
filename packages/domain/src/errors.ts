/** Every failure that a person or a program may see has one of these codes; transports map them once. */
export const errorCodes = {
  bad_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  internal: 500,
  upstream_failed: 502,
  unavailable: 503,
  timed_out: 504,
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** A failure with a sentence a person can act on. `message` is shown as it is; `cause` never leaves the process. */
export class OrielError extends Error {
  readonly code: ErrorCode;
  /** True where the same call may succeed later without a change by the caller. */
  readonly retryable: boolean;
  /** Field of the input the error is about, as a path: `kubeconfig`, `members.0.email`. */
  readonly field: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { retryable?: boolean; cause?: unknown; field?: string } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'OrielError';
    this.code = code;
    this.retryable =
      options.retryable ?? (code === 'unavailable' || code === 'timed_out' || code === 'upstream_failed');
    this.field = options.field;
  }

  get status(): number {
    return errorCodes[this.code];
  }
}
