import type { AuditActor } from '@oriel/db/audit';

/** The person behind a request, as the audit trail names them. */
export interface PersonActor extends AuditActor {
  readonly userId: string;
}
