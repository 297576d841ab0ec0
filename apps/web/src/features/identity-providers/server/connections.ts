import { appendAudit } from '@oriel/db/audit';
import type { Db } from '@oriel/db/client';
import { disconnectIdentity } from '@oriel/db/identities';
import { OrielError } from '@oriel/domain/errors';
import type { PersonActor } from '@/server/actor.ts';
import type { Connections } from '../output.ts';
import { listOffered } from './service.ts';

/** The providers a person can sign in with, and those they could connect. */
export async function listConnections(db: Db, userId: string): Promise<Connections> {
  const [{ passwordHash, identities }, offered] = await Promise.all([
    db.user.findUniqueOrThrow({
      where: { id: userId },
      select: {
        passwordHash: true,
        identities: {
          select: { providerId: true, lastSignedInAt: true, provider: { select: { name: true, enabled: true } } },
          orderBy: { provider: { name: 'asc' } },
        },
      },
    }),
    listOffered(db),
  ]);
  const connected = identities.map(({ providerId, lastSignedInAt, provider }) => ({
    providerId,
    ...provider,
    lastSignedInAt: lastSignedInAt.toISOString(),
  }));
  const own = new Set(connected.map(({ providerId }) => providerId));
  return { hasPassword: passwordHash !== null, connected, available: offered.filter(({ id }) => !own.has(id)) };
}

export interface Disconnection {
  readonly actor: PersonActor;
  readonly providerId: string;
  /** Stays, whoever vouched for it. */
  readonly sessionId: string;
}

export async function disconnect(db: Db, { actor, providerId, sessionId }: Disconnection): Promise<void> {
  await db.$transaction(async (tx) => {
    const outcome = await disconnectIdentity(tx, { userId: actor.userId, providerId, keepSession: sessionId });
    if (outcome === 'not_connected') {
      throw new OrielError('not_found', 'You are not connected with this provider. Reload the page.');
    }
    if (outcome === 'last_way_in') {
      const message =
        'This is your only way to sign in. Connect another provider, or ask for a link to set a password.';
      throw new OrielError('conflict', message);
    }
    await appendAudit(tx, {
      actor,
      action: 'account.disconnect_provider',
      targetType: 'identity_provider',
      targetId: providerId,
    });
  });
}
