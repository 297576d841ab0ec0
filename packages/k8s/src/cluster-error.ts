import { type ErrorCode, OrielError } from '@oriel/domain/errors';

export interface ClusterFault {
  /** One CamelCase word for conditions: `DnsFailed`, `TlsExpired`, `Forbidden`. */
  readonly reason: string;
  /** What is wrong, a sentence. */
  readonly what: string;
  /** What to do about it, a sentence. */
  readonly fix: string;
  /** HTTP status of the API server, where it answered at all. */
  readonly status?: number;
  /** Fields that somebody else owns (409 of a server-side apply). */
  readonly conflicts?: readonly FieldConflict[];
  /** Seconds the server asked to wait (429 and 503). */
  readonly retryAfterSeconds?: number;
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

export interface FieldConflict {
  /** Path as Kubernetes writes it: `.spec.template.spec.containers[name="alloy"].image`. */
  readonly field: string;
  /** Manager that owns it: `kubectl-edit`. */
  readonly manager: string;
}

/** A cluster that could not be reached or did not do as asked. The message is `what` and `fix`. */
export class ClusterError extends OrielError {
  readonly fault: ClusterFault;

  constructor(code: ErrorCode, fault: ClusterFault) {
    super(code, `${fault.what} ${fault.fix}`.trim(), {
      cause: fault.cause,
      ...(fault.retryable === undefined ? {} : { retryable: fault.retryable }),
    });
    this.name = 'ClusterError';
    this.fault = fault;
  }

  get reason(): string {
    return this.fault.reason;
  }

  get conflicts(): readonly FieldConflict[] {
    return this.fault.conflicts ?? [];
  }

  /** True where no answer came at all, as opposed to an answer that said no. */
  get unreachable(): boolean {
    return this.fault.status === undefined;
  }
}

export function isNotFound(error: unknown): boolean {
  return error instanceof ClusterError && error.fault.status === 404;
}
