import { Prisma, type Queryable } from '../client.ts';
import { readKeyId } from './envelope.ts';
import { type SecretColumn, secretColumns } from './secret-columns.ts';

/** How many envelopes of a column name a key. */
export interface KeyUse {
  readonly table: string;
  readonly column: string;
  readonly form: string;
  readonly keyId: string;
  readonly count: number;
}

/** Which keys the database needs, over every column that keeps envelopes. */
export async function keysInUse(db: Queryable): Promise<KeyUse[]> {
  const perColumn = await Promise.all(Object.values(secretColumns).map((secret) => usesOf(db, secret)));
  return perColumn.flat();
}

async function usesOf(db: Queryable, { table, column }: SecretColumn): Promise<KeyUse[]> {
  const envelope = Prisma.raw(column);
  const rows = await db.$queryRaw<{ form: string; key: string; count: number }[]>`
    SELECT split_part(${envelope}, '.', 1) AS form, split_part(${envelope}, '.', 2) AS key, count(*)::int AS count
    FROM ${Prisma.raw(table)} WHERE ${envelope} IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`;
  return rows.map(({ form, key, count }) => ({ table, column, form, keyId: readKeyId(key) ?? key, count }));
}
