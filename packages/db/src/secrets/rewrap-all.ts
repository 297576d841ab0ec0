import { type Db, Prisma } from '../client.ts';
import type { SecretBox } from '../secret-box.ts';
import { envelopePrefix } from './envelope.ts';
import { type SecretColumn, secretColumns } from './secret-columns.ts';

const batchSize = 400;
/** Each row is a statement of its own: no lock outlives it, so nobody waits and nobody deadlocks with us. */
const atOnce = 6;
/** Whoever sealed with the former key a moment before it changed is found by the next pass. */
const maxPasses = 10;

export interface RewrapFailure {
  readonly table: string;
  readonly id: string;
  readonly message: string;
}

export interface RewrapResult {
  readonly rewrapped: number;
  /** Rows that somebody wrote or removed in the same moment; the next pass looked at them again. */
  readonly overtaken: number;
  /** Envelopes that do not open: left as they are. */
  readonly failures: readonly RewrapFailure[];
}

export interface RewrapOptions {
  readonly onProgress?: (line: string) => void;
  readonly signal?: AbortSignal;
}

interface Row {
  readonly id: string;
  readonly envelope: string;
}

/**
 * Brings every envelope under the provider's current key, while readers and writers go on. What is done stays done: run
 * again after an interruption, it takes up the rest.
 */
export async function rewrapAll(
  db: Db,
  box: SecretBox,
  { onProgress, signal }: RewrapOptions = {},
): Promise<RewrapResult> {
  let rewrapped = 0;
  let overtaken = 0;
  let failures: RewrapFailure[] = [];
  for (let pass = 0; pass < maxPasses; pass++) {
    failures = [];
    let seen = 0;
    for (const secret of Object.values(secretColumns)) {
      for await (const rows of staleRows(db, secret, box.keys.currentKeyId)) {
        signal?.throwIfAborted();
        const outcomes = await rewrapRows(db, box, secret, rows);
        seen += rows.length;
        rewrapped += outcomes.filter((outcome) => outcome === 'rewrapped').length;
        overtaken += outcomes.filter((outcome) => outcome === 'overtaken').length;
        failures.push(...outcomes.filter((outcome) => typeof outcome === 'object'));
        onProgress?.(`${secret.table}.${secret.column}: ${rewrapped} re-wrapped in all`);
      }
    }
    if (seen === failures.length) break;
  }
  return { rewrapped, overtaken, failures };
}

/** In the order of their ids, so that a row is seen once a pass, whatever is written meanwhile. */
async function* staleRows(db: Db, { table, column, idType }: SecretColumn, keyId: string): AsyncGenerator<Row[]> {
  const envelope = Prisma.raw(column);
  let after = Prisma.empty;
  for (;;) {
    const rows = await db.$queryRaw<Row[]>`
      SELECT id::text AS id, ${envelope} AS envelope FROM ${Prisma.raw(table)}
      WHERE NOT starts_with(${envelope}, ${envelopePrefix(keyId)}) ${after} ORDER BY ${Prisma.raw(table)}.id LIMIT ${batchSize}`;
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = Prisma.sql`AND id > ${last.id}::${Prisma.raw(idType)}`;
  }
}

type Outcome = 'rewrapped' | 'overtaken' | RewrapFailure;

async function rewrapRows(db: Db, box: SecretBox, secret: SecretColumn, rows: readonly Row[]): Promise<Outcome[]> {
  const waiting = [...rows];
  const outcomes: Outcome[] = [];
  const lane = async () => {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
      outcomes.push(await rewrapRow(db, box, secret, row));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return outcomes;
}

async function rewrapRow(
  db: Db,
  box: SecretBox,
  { table, column, idType }: SecretColumn,
  { id, envelope }: Row,
): Promise<Outcome> {
  let next: string;
  try {
    next = await box.rewrap({ table, column, id }, envelope);
  } catch (error) {
    // A provider that cannot be asked fails all of them: stop, and go on later.
    if ((error as { retryable?: boolean }).retryable) throw error;
    return { table, id, message: (error as Error).message };
  }
  const name = Prisma.raw(column);
  const changed = await db.$executeRaw`
    UPDATE ${Prisma.raw(table)} SET ${name} = ${next}
    WHERE id = ${id}::${Prisma.raw(idType)} AND ${name} = ${envelope}`;
  return changed === 1 ? 'rewrapped' : 'overtaken';
}
