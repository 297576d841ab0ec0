import type { Principal } from '@oriel/domain/permissions';
import type { Db, Prisma } from './client.ts';
import type { Credential } from './credential.ts';
import { hashToken } from './opaque-token.ts';
import { loadRights, personSelect } from './rights.ts';
import { sessionIdleMs } from './sessions.ts';

/** Who a credential belongs to, and for how long that stands without another look. */
export interface Identity {
  readonly principal: Principal;
  readonly credential:
    | { readonly kind: 'session'; readonly id: string }
    | { readonly kind: 'token'; readonly id: string; readonly name: string };
  /** A cache must not answer from this identity afterwards. */
  readonly validUntil: Date;
}

/** "Last seen" is written at most this often: a figure for people, not worth a write per request. */
const touchEveryMs = 60_000;

/** Undefined for whatever is unknown, expired, idle too long, revoked, or of a disabled person. */
export function identify(db: Db, credential: Credential): Promise<Identity | undefined> {
  return credential.kind === 'session' ? identifySession(db, credential.value) : identifyToken(db, credential.value);
}

/** `cookieValue`: the session cookie's. */
export async function principalFromSession(db: Db, cookieValue: string): Promise<Principal | undefined> {
  return (await identifySession(db, cookieValue))?.principal;
}

/** `bearer`: the token itself, without "Bearer ". */
export async function principalFromToken(db: Db, bearer: string): Promise<Principal | undefined> {
  return (await identifyToken(db, bearer))?.principal;
}

/** The cookie of Grafana's origin stands for the session that it came from, and ends with it. */
export async function identifyGrafanaSession(db: Db, cookieValue: string): Promise<Identity | undefined> {
  const row = await db.grafanaSession.findUnique({
    where: { tokenHash: hashToken(cookieValue), expiresAt: { gt: new Date() } },
    select: { session: sessionSelect },
  });
  return row === null ? undefined : identityOf(db, row.session);
}

/**
 * The person for whom Grafana asks, by their id. It vouches for them, and yet they must have it open: without a live
 * session that went there they are nobody.
 */
export async function identifyGrafanaUser(
  db: Db,
  userId: string,
): Promise<Pick<Identity, 'principal' | 'validUntil'> | undefined> {
  const now = Date.now();
  const session = await db.session.findFirst({
    where: {
      userId,
      revokedAt: null,
      expiresAt: { gt: new Date(now) },
      lastSeenAt: { gt: new Date(now - sessionIdleMs) },
      grafanaSessions: { some: { expiresAt: { gt: new Date(now) } } },
      user: { kind: 'person', disabledAt: null },
    },
    orderBy: { expiresAt: 'desc' },
    ...sessionSelect,
  });
  if (session === null) return undefined;
  return { principal: (await loadRights(db, session.user)).principal, validUntil: session.expiresAt };
}

const sessionSelect = {
  select: { id: true, expiresAt: true, lastSeenAt: true, revokedAt: true, user: personSelect },
} satisfies Prisma.SessionDefaultArgs;

type SessionRow = Prisma.SessionGetPayload<typeof sessionSelect>;

async function identifySession(db: Db, value: string): Promise<Identity | undefined> {
  const session = await db.session.findUnique({ where: { tokenHash: hashToken(value) }, ...sessionSelect });
  return session === null ? undefined : identityOf(db, session);
}

async function identityOf(db: Db, session: SessionRow): Promise<Identity | undefined> {
  const now = Date.now();
  if (session.revokedAt || session.user.disabledAt) return undefined;
  const idleUntil = session.lastSeenAt.getTime() + sessionIdleMs;
  if (now >= session.expiresAt.getTime() || now >= idleUntil) return undefined;
  const touched = now - session.lastSeenAt.getTime() >= touchEveryMs;
  if (touched) await db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: new Date(now) } });
  const aliveUntil = touched ? now + sessionIdleMs : idleUntil;
  return {
    principal: (await loadRights(db, session.user)).principal,
    credential: { kind: 'session', id: session.id },
    validUntil: new Date(Math.min(session.expiresAt.getTime(), aliveUntil)),
  };
}

async function identifyToken(db: Db, value: string): Promise<Identity | undefined> {
  const token = await db.apiToken.findUnique({
    where: { tokenHash: hashToken(value) },
    select: {
      id: true,
      name: true,
      expiresAt: true,
      lastUsedAt: true,
      revokedAt: true,
      projectId: true,
      readOnly: true,
      clusterIds: true,
      namespaces: true,
      user: personSelect,
    },
  });
  const now = Date.now();
  if (!token || token.revokedAt || token.user.disabledAt || now >= token.expiresAt.getTime()) return undefined;
  if (now - (token.lastUsedAt?.getTime() ?? 0) >= touchEveryMs) {
    await db.apiToken.updateMany({ where: { id: token.id }, data: { lastUsedAt: new Date(now) } });
  }
  const { principal, narrowedTo } = await loadRights(db, token.user, token);
  return {
    principal: {
      ...principal,
      readOnly: token.readOnly,
      ...(token.projectId !== null && narrowedTo ? { confinedToProject: token.projectId, narrowedTo } : {}),
    },
    credential: { kind: 'token', id: token.id, name: token.name },
    validUntil: token.expiresAt,
  };
}
