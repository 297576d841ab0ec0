import { Prisma, type Tx } from './client.ts';
import type { Identity } from './principal.ts';
import { withoutSecrets } from './redact.ts';

export interface AuditActor {
  /** Absent where the platform itself acted. */
  readonly userId?: string | undefined;
  readonly email: string;
  /** Address of the client, where there is one. */
  readonly address?: string | undefined;
  /** With what they acted: see `credentialText`. */
  readonly credential?: string | undefined;
}

/** `session`, or `token:<id>:<name>`: which session it was is told by address and time. */
export function credentialText(credential: Identity['credential']): string {
  return credential.kind === 'session' ? 'session' : `token:${credential.id}:${credential.name}`;
}

/** The platform acting by itself, at the start for example. */
export const platformActor: AuditActor = { email: 'oriel' };

export interface AuditEntry {
  readonly actor: AuditActor;
  /** `<noun>.<verb>`: `member.add`, `cluster.set_switches`. */
  readonly action: string;
  readonly projectId?: string | undefined;
  readonly targetType: string;
  readonly targetId: string;
  /** What changed; never a secret: the trail is kept for good and read by many. */
  readonly before?: Prisma.InputJsonValue | undefined;
  readonly after?: Prisma.InputJsonValue | undefined;
}

/** Takes a transaction, so that a change and the record of it stand or fall together. */
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.auditEntry.create({
    data: {
      actorId: entry.actor.userId ?? null,
      actorEmail: entry.actor.email,
      address: entry.actor.address ?? null,
      credential: entry.actor.credential ?? null,
      action: entry.action,
      projectId: entry.projectId ?? null,
      targetType: entry.targetType,
      targetId: entry.targetId,
      before: entry.before === undefined ? Prisma.DbNull : withoutSecrets(entry.before),
      after: entry.after === undefined ? Prisma.DbNull : withoutSecrets(entry.after),
    },
  });
}
