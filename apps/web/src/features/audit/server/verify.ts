import { formatAnchor, parseAnchor, verifyAuditChain } from '@oriel/db/audit-chain';
import type { Db } from '@oriel/db/client';
import type { AuditVerification } from '../output.ts';

/** What one request may read: some seconds of work. The command reads a trail of any length. */
const mostEntries = 200_000;
const running = new Map<string, Promise<AuditVerification>>();

/** Reads the chain anew; those who ask the same at the same time share one reading. */
export function verifyTrail(db: Db, anchorText: string | undefined): Promise<AuditVerification> {
  const key = anchorText ?? '';
  const shared = running.get(key);
  if (shared) return shared;
  const reading = verify(db, anchorText).finally(() => running.delete(key));
  running.set(key, reading);
  return reading;
}

async function verify(db: Db, anchorText: string | undefined): Promise<AuditVerification> {
  const anchor = anchorText === undefined ? undefined : parseAnchor(anchorText);
  const { entries, complete, head, problems } = await verifyAuditChain(db, { anchor, most: mostEntries });
  return { entries, complete, head: head === undefined ? null : formatAnchor(head), problems: [...problems] };
}
