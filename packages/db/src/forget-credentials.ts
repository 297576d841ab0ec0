import type { Db } from './client.ts';

const keptMs = 30 * 86_400_000;
/** Rows per statement, so that no lock is held for long. */
const batch = 1_000;

export interface Forgotten {
  readonly sessions: number;
  readonly tokens: number;
  readonly links: number;
}

/**
 * Deletes sessions, tokens and one-time links that have been of no use for 30 days: expired, revoked or used up. The
 * audit trail keeps what was done with them.
 */
export async function forgetCredentials(
  db: Db,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Forgotten> {
  const before = new Date(Date.now() - keptMs);
  return {
    sessions: await inBatches(
      () => db.$executeRaw`DELETE FROM sessions WHERE id IN (
        SELECT id FROM sessions WHERE least(expires_at, revoked_at) < ${before} LIMIT ${batch})`,
      signal,
    ),
    tokens: await inBatches(
      () => db.$executeRaw`DELETE FROM api_tokens WHERE id IN (
        SELECT id FROM api_tokens WHERE least(expires_at, revoked_at) < ${before} LIMIT ${batch})`,
      signal,
    ),
    links: await inBatches(
      () => db.$executeRaw`DELETE FROM one_time_links WHERE id IN (
        SELECT id FROM one_time_links WHERE least(expires_at, used_at) < ${before} LIMIT ${batch})`,
      signal,
    ),
  };
}

async function inBatches(deleteSome: () => Promise<number>, signal: AbortSignal | undefined): Promise<number> {
  let total = 0;
  while (!signal?.aborted) {
    const deleted = await deleteSome();
    total += deleted;
    if (deleted < batch) break;
  }
  return total;
}
