// The audit trail proves itself: each entry is linked, in the order of the commits, to the hash of all before it. What
// is hashed is formed here once more, so that a database whose functions were changed cannot vouch for itself.
import { createHash } from 'node:crypto';
import type { Queryable } from './client.ts';
import { Prisma } from './client.ts';

/** A place in the chain that was written down elsewhere: everything up to it must still be there, unchanged. */
export interface ChainAnchor {
  readonly position: bigint;
  /** Hexadecimal SHA-256. */
  readonly hash: string;
}

export interface ChainProblem {
  readonly kind: 'changed' | 'missing' | 'unlinked' | 'cut off';
  readonly message: string;
}

export interface ChainReport {
  readonly entries: number;
  /** False where the trail is longer than was to be read. */
  readonly complete: boolean;
  /** The last link; undefined for an empty trail. Keep it elsewhere: it shows later whether the end was cut off. */
  readonly head: ChainAnchor | undefined;
  /** The first few; none means the trail is whole. */
  readonly problems: readonly ChainProblem[];
}

interface LinkRow {
  readonly position: bigint;
  readonly entryId: bigint;
  readonly hash: Uint8Array;
  readonly fields: readonly (string | null)[] | null;
}

export interface VerifyOptions {
  readonly anchor?: ChainAnchor | undefined;
  /** Stops after about so many entries, at the end of a page. */
  readonly most?: number | undefined;
}

const pageSize = 1_000;
const mostProblems = 20;

/** Reads the trail, a thousand entries at a time. */
export async function verifyAuditChain(db: Queryable, options: VerifyOptions = {}): Promise<ChainReport> {
  const { anchor, most = Number.POSITIVE_INFINITY } = options;
  const problems: ChainProblem[] = [];
  let head: ChainAnchor | undefined;
  let before: Uint8Array = new Uint8Array();
  let expected = 1n;
  let anchored = anchor === undefined;
  let complete = false;
  while (!complete && Number(expected) <= most) {
    const page = await readLinks(db, expected - 1n);
    for (const link of page) {
      problems.push(...judge(link, { before, expected }));
      if (link.position === anchor?.position) anchored = toHex(link.hash) === anchor.hash;
      before = link.hash;
      expected = link.position + 1n;
      head = { position: link.position, hash: toHex(link.hash) };
    }
    complete = page.length < pageSize || problems.length >= mostProblems;
  }
  problems.push(...(await findUnlinked(db)));
  if (anchor !== undefined && !anchored && (complete || anchor.position < expected))
    problems.push(cutOff(anchor, head));
  return { entries: Number(head?.position ?? 0n), complete, head, problems: problems.slice(0, mostProblems) };
}

/** `<position>:<hash>`, as the verify command prints and takes it. */
export function formatAnchor({ position, hash }: ChainAnchor): string {
  return `${position}:${hash}`;
}

/** Undefined for anything of another form. */
export function parseAnchor(text: string): ChainAnchor | undefined {
  const [, position, hash] = /^([1-9]\d{0,17}):([0-9a-f]{64})$/.exec(text) ?? [];
  return position && hash ? { position: BigInt(position), hash } : undefined;
}

function judge(link: LinkRow, { before, expected }: { before: Uint8Array; expected: bigint }): ChainProblem[] {
  const problems: ChainProblem[] = [];
  if (link.position !== expected) {
    const last = link.position - 1n;
    const places = last === expected ? `Link ${expected} is` : `Links ${expected} to ${last} are`;
    problems.push({ kind: 'missing', message: `${places} gone.` });
  }
  if (link.fields === null) {
    problems.push({ kind: 'missing', message: `Entry ${link.entryId}, at place ${link.position}, is gone.` });
  } else if (toHex(hashOf(before, link.fields)) !== toHex(link.hash)) {
    const message = `Entry ${link.entryId}, at place ${link.position}, or what stands before it was changed.`;
    problems.push({ kind: 'changed', message });
  }
  return problems;
}

function hashOf(before: Uint8Array, fields: readonly (string | null)[]): Uint8Array {
  const text = fields.map((field) => (field === null ? '-' : `${Buffer.byteLength(field)}:${field}`)).join(',');
  return createHash('sha256').update(before).update(text, 'utf8').digest();
}

function readLinks(db: Queryable, after: bigint): Promise<LinkRow[]> {
  return db.$queryRaw<LinkRow[]>(Prisma.sql`
    SELECT l.position, l.entry_id AS "entryId", l.hash, CASE WHEN e.id IS NULL THEN NULL ELSE ARRAY[
      e.id::text, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), e.actor_id::text, e.actor_email,
      e.action, e.project_id::text, e.target_type, e.target_id, e.before::text, e.after::text, e.address
    ] || CASE WHEN e.credential IS NULL THEN '{}'::text[] ELSE ARRAY[e.credential] END END AS fields
    FROM audit_links l LEFT JOIN audit_entries e ON e.id = l.entry_id
    WHERE l.position > ${after} ORDER BY l.position LIMIT ${pageSize}`);
}

async function findUnlinked(db: Queryable): Promise<ChainProblem[]> {
  const rows = await db.$queryRaw<{ id: bigint }[]>(Prisma.sql`
    SELECT e.id FROM audit_entries e LEFT JOIN audit_links l ON l.entry_id = e.id
    WHERE l.entry_id IS NULL ORDER BY e.id LIMIT ${mostProblems}`);
  return rows.map(({ id }) => ({ kind: 'unlinked', message: `Entry ${id} was added behind the chain's back.` }));
}

function cutOff(anchor: ChainAnchor, head: ChainAnchor | undefined): ChainProblem {
  const message =
    head === undefined || head.position < anchor.position
      ? `The trail ends at place ${head?.position ?? 0}, and once reached ${anchor.position}: its end was cut off.`
      : `Place ${anchor.position} has another hash than was written down: the trail was rewritten.`;
  return { kind: 'cut off', message };
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
