// People as identity providers know them: who a verified sign-in belongs to, and what groups it brings.
import { appendAudit } from './audit.ts';
import type { Tx } from './client.ts';
import { revokeOtherSessions, revokeTokens } from './sessions.ts';

/** What a provider has proved about a person. */
export interface VouchedPerson {
  readonly providerId: string;
  /** The claim `sub`: the only thing a person is recognised by. */
  readonly subject: string;
  /** Lower case. */
  readonly email: string;
  /** The provider says so, or its row says that it is to be believed. */
  readonly emailVerified: boolean;
  readonly name: string;
  readonly groups: readonly string[];
}

export interface IdentifiedPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

export interface GroupChange {
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

export type IdentityOutcome =
  | {
      readonly kind: 'resolved';
      readonly person: IdentifiedPerson;
      readonly groups: GroupChange;
    }
  /** An account with this address exists that nobody has connected with this identity. */
  | { readonly kind: 'email_taken'; readonly person: IdentifiedPerson }
  | { readonly kind: 'email_unverified' }
  | { readonly kind: 'disabled'; readonly person: IdentifiedPerson };

const personSelect = { id: true, email: true, name: true, disabledAt: true } as const;

/**
 * Whose sign-in this is; makes the person at the first one, and brings their groups up to date. The e-mail address
 * never leads to an account: whoever runs a provider could claim any. Ask `lockEnabledProvider` first.
 */
export async function resolveIdentity(tx: Tx, vouched: VouchedPerson, address?: string): Promise<IdentityOutcome> {
  const { providerId, subject, email, name, groups } = vouched;
  await lockIdentity(tx, vouched);
  const where = { providerId_subject: { providerId, subject } };
  const identity = await tx.identity.findUnique({ where, select: { user: { select: personSelect } } });
  if (identity) {
    const { disabledAt, ...person } = identity.user;
    if (disabledAt !== null) return { kind: 'disabled', person };
    await tx.identity.update({ where, data: { lastSignedInAt: new Date() } });
    return { kind: 'resolved', person, groups: await replaceGroups(tx, { userId: person.id, providerId, groups }) };
  }
  const existing = await tx.user.findUnique({ where: { email }, select: personSelect });
  if (existing) return { kind: 'email_taken', person: existing };
  if (!vouched.emailVerified) return { kind: 'email_unverified' };
  const person = await tx.user.create({
    data: { email, name, identities: { create: { providerId, subject } } },
    select: { id: true, email: true, name: true },
  });
  await appendAudit(tx, {
    actor: { userId: person.id, email, address },
    action: 'user.create',
    targetType: 'user',
    targetId: person.id,
    after: { email, provider: providerId },
  });
  return { kind: 'resolved', person, groups: await replaceGroups(tx, { userId: person.id, providerId, groups }) };
}

export type ConnectOutcome =
  | {
      readonly kind: 'connected';
      readonly groups: GroupChange;
      /** It took the place of a password that somebody else may know: what went with that one. */
      readonly replaced?: { readonly endedSessions: number; readonly revokedTokens: number };
    }
  /** The identity is another person's. */
  | { readonly kind: 'taken' }
  /** The person is connected with another identity of this provider. */
  | { readonly kind: 'other_identity' }
  /** Somebody else may know the password, and the provider does not vouch for the account's own address. */
  | { readonly kind: 'other_email' };

export interface Connecting {
  readonly userId: string;
  /** The one that asks; it stays whatever happens. */
  readonly sessionId: string;
}

/**
 * Makes the identity one of the person's own, by their wish: they are signed in, and the provider has just vouched.
 * Where somebody else may know their password, groups would become theirs too: then only the account's own address
 * will do, and the provider takes the password's place.
 */
export async function connectIdentity(tx: Tx, own: Connecting, vouched: VouchedPerson): Promise<ConnectOutcome> {
  const { userId } = own;
  const { providerId, subject, groups } = vouched;
  await lockIdentity(tx, vouched);
  const where = { providerId_subject: { providerId, subject } };
  const identity = await tx.identity.findUnique({ where, select: { userId: true } });
  if (identity && identity.userId !== userId) return { kind: 'taken' };
  await lockPerson(tx, userId);
  const { email, vouchedById } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, vouchedById: true },
  });
  if (vouchedById !== null && !(vouched.emailVerified && vouched.email === email)) return { kind: 'other_email' };
  if (identity) await tx.identity.update({ where, data: { lastSignedInAt: new Date() } });
  else {
    const other = { providerId_userId: { providerId, userId } };
    if (await tx.identity.findUnique({ where: other, select: { subject: true } })) return { kind: 'other_identity' };
    await tx.identity.create({ data: { providerId, subject, userId } });
  }
  return {
    kind: 'connected',
    groups: await replaceGroups(tx, { userId, providerId, groups }),
    ...(vouchedById === null ? {} : { replaced: await replacePassword(tx, own) }),
  };
}

async function replacePassword(tx: Tx, { userId, sessionId }: Connecting) {
  await tx.user.update({ where: { id: userId }, data: { passwordHash: null, vouchedById: null } });
  return {
    endedSessions: await revokeOtherSessions(tx, userId, sessionId),
    revokedTokens: await revokeTokens(tx, userId),
  };
}

export type DisconnectOutcome = 'disconnected' | 'not_connected' | 'last_way_in';

/** Forgets the identity with its groups and ends the sessions it made, but for the one given. */
export async function disconnectIdentity(
  tx: Tx,
  { userId, providerId, keepSession }: { userId: string; providerId: string; keepSession?: string },
): Promise<DisconnectOutcome> {
  await lockPerson(tx, userId);
  const { passwordHash, identities } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      passwordHash: true,
      identities: { select: { providerId: true, provider: { select: { enabled: true } } } },
    },
  });
  if (!identities.some((identity) => identity.providerId === providerId)) return 'not_connected';
  const others = identities.filter((identity) => identity.providerId !== providerId && identity.provider.enabled);
  if (passwordHash === null && others.length === 0) return 'last_way_in';
  await tx.identity.deleteMany({ where: { userId, providerId } });
  await tx.session.updateMany({
    where: { userId, providerId, revokedAt: null, ...(keepSession === undefined ? {} : { id: { not: keepSession } }) },
    data: { revokedAt: new Date() },
  });
  return 'disconnected';
}

/**
 * Whether the provider may vouch, until the transaction ends: whoever switches it off waits, and then finds and ends
 * the session that was made meanwhile.
 */
export async function lockEnabledProvider(tx: Tx, providerId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ enabled: boolean }[]>`
    SELECT enabled FROM identity_providers WHERE id = ${providerId} FOR SHARE`;
  return rows[0]?.enabled === true;
}

/** Ends every session the provider has vouched for; returns how many. */
export async function revokeSessionsOfProvider(tx: Tx, providerId: string): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { providerId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  return count;
}

/** Writes the difference only, so that a sign-in that changes nothing empties no cache. */
async function replaceGroups(
  tx: Tx,
  { userId, providerId, groups }: { userId: string; providerId: string; groups: readonly string[] },
): Promise<GroupChange> {
  const rows = await tx.groupMembership.findMany({ where: { userId, providerId }, select: { groupName: true } });
  const before = new Set(rows.map(({ groupName }) => groupName));
  const after = new Set(groups);
  const joined = [...after].filter((group) => !before.has(group)).sort();
  const left = [...before].filter((group) => !after.has(group)).sort();
  if (left.length > 0) {
    await tx.groupMembership.deleteMany({ where: { userId, providerId, groupName: { in: left } } });
  }
  if (joined.length > 0) {
    await tx.groupMembership.createMany({ data: joined.map((groupName) => ({ userId, providerId, groupName })) });
  }
  return { joined, left };
}

/** Two sign-ins of one identity take turns, its first ones above all. */
async function lockIdentity(tx: Tx, { providerId, subject }: VouchedPerson): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('oriel.identity'), hashtext(${`${providerId}:${subject}`}))`;
}

/** Who changes what leads to an account, or what it may do, takes turns. */
export async function lockPerson(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM users WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
}
