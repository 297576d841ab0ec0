import type { AuditActor } from '@oriel/db/audit';
import type { Db } from '@oriel/db/client';
import type { Principal } from '@oriel/domain/permissions';

/** What every service gets: the request's context satisfies it. */
export interface ServiceContext {
  readonly db: Db;
  readonly principal: Principal;
  /** The same person as the audit log keeps them. */
  readonly actor: AuditActor;
  /** `https://oriel.example.com`, for links. */
  readonly publicOrigin: string;
}
