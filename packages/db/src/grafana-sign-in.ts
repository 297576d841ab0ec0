import type { Db, Queryable, Tx } from './client.ts';
import { hashToken, newOpaqueToken } from './opaque-token.ts';

/** A ticket for Grafana's origin, for this session: it works once, within a minute. Only its hash is kept. */
export async function issueGrafanaTicket(tx: Queryable, sessionId: string): Promise<string> {
  const { value, hash } = newOpaqueToken();
  // By the database's clock from the one end to the other: a minute is not long.
  await tx.$executeRaw`
    INSERT INTO grafana_tickets (token_hash, session_id, expires_at)
    VALUES (${hash}, ${sessionId}::uuid, now() + interval '60 seconds')`;
  return value;
}

export interface RedeemedTicket {
  /** The new cookie's value; undefined where the one that was shown belongs to the same session and is good. */
  readonly cookie: string | undefined;
}

/** Undefined for a ticket that is unknown, used, too old, or of a session that has ended. */
export function redeemGrafanaTicket(db: Db, ticket: string, shown?: string): Promise<RedeemedTicket | undefined> {
  return db.$transaction(async (tx) => {
    // Of two requests with one ticket, this statement gives it to one.
    const [used] = await tx.$queryRaw<{ sessionId: string; expiresAt: Date }[]>`
      UPDATE grafana_tickets t SET used_at = now() FROM sessions s
      WHERE t.token_hash = ${hashToken(ticket)} AND t.used_at IS NULL AND t.expires_at > now()
        AND s.id = t.session_id AND s.revoked_at IS NULL AND s.expires_at > now()
      RETURNING s.id AS "sessionId", s.expires_at AS "expiresAt"`;
    if (used === undefined) return undefined;
    if (shown !== undefined && (await isOf(tx, shown, used.sessionId))) return { cookie: undefined };
    const { value, hash } = newOpaqueToken();
    await tx.grafanaSession.create({ data: { tokenHash: hash, ...used } });
    return { cookie: value };
  });
}

async function isOf(tx: Tx, cookie: string, sessionId: string): Promise<boolean> {
  const where = { tokenHash: hashToken(cookie), sessionId, expiresAt: { gt: new Date() } };
  return (await tx.grafanaSession.count({ where })) > 0;
}

/** Tickets are of no use after a minute, cookies after their session's last day. */
export async function removeExpiredGrafanaSignIns(db: Db): Promise<number> {
  const where = { expiresAt: { lte: new Date() } };
  const [tickets, sessions] = await Promise.all([
    db.grafanaTicket.deleteMany({ where }),
    db.grafanaSession.deleteMany({ where }),
  ]);
  return tickets.count + sessions.count;
}
