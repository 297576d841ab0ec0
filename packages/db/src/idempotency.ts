import type { Db, Prisma } from './client.ts';

/** How long an answer is kept: a day, as clients of other APIs have learnt to expect. */
const keptMs = 24 * 3_600_000;

export interface RequestKey {
  /** Session or token: what one of them was answered is never told to another. */
  readonly credentialId: string;
  /** 1 to 255 characters. */
  readonly key: string;
}

export type Reservation =
  /** This request is the first: carry it out, then call `keepAnswer`, `giveUp` or `leaveUnclear`. */
  | { readonly kind: 'first' }
  | { readonly kind: 'other_request' }
  | { readonly kind: 'running'; readonly since: Date }
  | { readonly kind: 'unclear' }
  /** `answer` is null where nothing was kept of it. */
  | { readonly kind: 'done'; readonly answer: unknown };

/** Takes the key for one request. Of two at the same moment one is first: PostgreSQL decides by the primary key. */
export async function reserveKey(
  db: Db,
  { credentialId, key }: RequestKey,
  requestHash: Uint8Array<ArrayBuffer>,
): Promise<Reservation> {
  const expiresAt = new Date(Date.now() + keptMs);
  const taken = await db.$executeRaw`
    INSERT INTO idempotency_keys AS kept (credential_id, key, request_hash, expires_at)
    VALUES (${credentialId}::uuid, ${key}, ${requestHash}, ${expiresAt})
    ON CONFLICT (credential_id, key) DO UPDATE
      SET request_hash = excluded.request_hash, state = 'running', answer = NULL, created_at = now(),
          expires_at = excluded.expires_at
      WHERE kept.expires_at <= now()`;
  if (taken === 1) return { kind: 'first' };
  const row = await db.idempotencyKey.findUnique({ where: { credentialId_key: { credentialId, key } } });
  // Given up between the two statements.
  if (row === null) return { kind: 'running', since: new Date() };
  if (Buffer.compare(row.requestHash, requestHash) !== 0) return { kind: 'other_request' };
  if (row.state === 'running') return { kind: 'running', since: row.createdAt };
  return row.state === 'done' ? { kind: 'done', answer: row.answer } : { kind: 'unclear' };
}

/** `answer` undefined: that it was done is kept, what was answered is not, since it held a secret. */
export async function keepAnswer(
  db: Db,
  { credentialId, key }: RequestKey,
  answer: Prisma.InputJsonValue | undefined,
): Promise<void> {
  const data = { state: 'done', ...(answer === undefined ? {} : { answer }) } as const;
  await db.idempotencyKey.update({ where: { credentialId_key: { credentialId, key } }, data });
}

/** Nothing was made: the same key may be tried again. */
export async function giveUpKey(db: Db, { credentialId, key }: RequestKey): Promise<void> {
  await db.idempotencyKey.deleteMany({ where: { credentialId, key, state: 'running' } });
}

/** Nobody knows whether something was made: the key is never carried out again. */
export async function leaveUnclear(db: Db, { credentialId, key }: RequestKey): Promise<void> {
  await db.idempotencyKey.updateMany({ where: { credentialId, key, state: 'running' }, data: { state: 'unclear' } });
}

export async function removeExpiredKeys(db: Db): Promise<number> {
  const { count } = await db.idempotencyKey.deleteMany({ where: { expiresAt: { lte: new Date() } } });
  return count;
}
