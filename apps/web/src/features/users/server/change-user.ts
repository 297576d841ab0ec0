import { appendAudit } from '@oriel/db/audit';
import type { Db, Tx } from '@oriel/db/client';
import { violates } from '@oriel/db/database-errors';
import { issueOneTimeLink } from '@oriel/db/one-time-links';
import { revokeOtherSessions, revokeSession, revokeTokens } from '@oriel/db/sessions';
import { OrielError } from '@oriel/domain/errors';
import type { PersonActor } from '@/server/actor.ts';
import { requireOwnHands } from '../../members/server/vouching.ts';
import type { UserRow } from '../output.ts';
import { getUser } from './user-rows.ts';

const linkValidForHours = 24;

export interface UserChange {
  readonly userId: string;
  readonly enabled?: boolean | undefined;
  readonly administrator?: boolean | undefined;
}

/** What is not given stays as it is. */
export function changeUser(db: Db, actor: PersonActor, change: UserChange): Promise<UserRow> {
  return db.$transaction(async (tx) => {
    const user = await requireUser(tx, change.userId);
    if (change.enabled !== undefined && change.enabled !== (user.disabledAt === null)) {
      await setEnabled(tx, actor, { user, enabled: change.enabled });
    }
    if (change.administrator !== undefined && change.administrator !== user.isPlatformAdmin) {
      await setAdministrator(tx, actor, { user, administrator: change.administrator });
    }
    return getUser(tx, user.id, actor.userId);
  });
}

type User = Awaited<ReturnType<typeof requireUser>>;

async function setEnabled(tx: Tx, actor: PersonActor, { user, enabled }: { user: User; enabled: boolean }) {
  const { id, email } = user;
  if (id === actor.userId) {
    throw new OrielError('conflict', 'You cannot disable yourself. Ask another administrator.', { field: 'enabled' });
  }
  const data = { disabledAt: enabled ? null : new Date() };
  await tx.user.update({ where: { id }, data }).catch((error) => explainLastAdministrator(error, 'enabled'));
  const endedSessions = enabled ? 0 : await revokeOtherSessions(tx, id);
  await appendAudit(tx, {
    actor,
    action: enabled ? 'user.enable' : 'user.disable',
    targetType: 'user',
    targetId: id,
    after: { email, ...(enabled ? {} : { endedSessions }) },
  });
}

async function setAdministrator(
  tx: Tx,
  actor: PersonActor,
  { user, administrator }: { user: User; administrator: boolean },
) {
  const { id, email } = user;
  if (user.projectId !== null) {
    const message = 'A service account of a project stays in it. Make one of the platform instead.';
    throw new OrielError('conflict', message, { field: 'administrator' });
  }
  // An owner of a project may hold the link of somebody whom they invited; it must not open the platform.
  const endedLinks = administrator ? await requireOwnHands(tx, { userId: id, field: 'administrator' }) : 0;
  const data = { isPlatformAdmin: administrator };
  await tx.user.update({ where: { id }, data }).catch((error) => explainLastAdministrator(error, 'administrator'));
  await appendAudit(tx, {
    actor,
    action: administrator ? 'user.make_administrator' : 'user.unmake_administrator',
    targetType: 'user',
    targetId: id,
    before: { email, isPlatformAdmin: !administrator },
    after: { email, isPlatformAdmin: administrator, endedLinks },
  });
}

/** Returns the link's token. Whoever opens it sets a new password, which ends every session. */
export function makeLink(db: Db, actor: PersonActor, userId: string): Promise<string> {
  return db.$transaction(async (tx) => {
    const { id, email, kind, disabledAt } = await requireUser(tx, userId);
    if (kind === 'service') {
      throw new OrielError('conflict', 'A service account never signs in. Make a token for it instead.');
    }
    if (disabledAt !== null) throw new OrielError('conflict', `The account ${email} is disabled. Enable it first.`);
    await appendAudit(tx, { actor, action: 'user.new_link', targetType: 'user', targetId: id, after: { email } });
    return issueOneTimeLink(tx, id, { validForHours: linkValidForHours });
  });
}

export async function endSession(
  db: Db,
  actor: PersonActor,
  { userId, sessionId }: { readonly userId: string; readonly sessionId: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    if (!(await revokeSession(tx, userId, sessionId))) {
      throw new OrielError('not_found', 'This session has already ended. Reload the list.');
    }
    const after = { userId };
    await appendAudit(tx, { actor, action: 'session.revoke', targetType: 'session', targetId: sessionId, after });
  });
}

/** Ends all of their sessions; the one that asks as well where they are the same person. */
export function signOut(
  db: Db,
  actor: PersonActor,
  { userId, tokens }: { readonly userId: string; readonly tokens: boolean },
): Promise<{ endedSessions: number; revokedTokens: number }> {
  return db.$transaction(async (tx) => {
    const { id, email } = await requireUser(tx, userId);
    const endedSessions = await revokeOtherSessions(tx, id);
    const revokedTokens = tokens ? await revokeTokens(tx, id) : 0;
    await appendAudit(tx, {
      actor,
      action: 'user.sign_out',
      targetType: 'user',
      targetId: id,
      after: { email, endedSessions, revokedTokens },
    });
    return { endedSessions, revokedTokens };
  });
}

async function requireUser(tx: Tx, id: string) {
  const user = await tx.user.findUnique({
    where: { id },
    select: { id: true, email: true, kind: true, projectId: true, isPlatformAdmin: true, disabledAt: true },
  });
  if (user) return user;
  throw new OrielError('not_found', 'There is no such person. Reload the list.');
}

/** The database decides, under a lock: two administrators who step down at once are told apart there. */
function explainLastAdministrator(error: unknown, field: string): never {
  if (!violates(error, 'users_last_administrator')) throw error;
  const message = 'The platform needs an administrator who signs in here. Make somebody else one first.';
  throw new OrielError('conflict', message, { field, cause: error });
}
