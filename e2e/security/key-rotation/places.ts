import { type Db, Prisma } from '@oriel/db/client';
import type { SecretBox } from '@oriel/db/secret-box';
import { type SecretColumn, type SecretPlace, secretColumns } from '@oriel/db/secrets/secret-columns';
import { versionAt } from './rows.ts';

export interface StoredSecret {
  readonly place: SecretPlace;
  readonly idType: SecretColumn['idType'];
  readonly envelope: string;
}

/** Every secret in the database. */
export async function allSecrets(db: Db): Promise<StoredSecret[]> {
  const perColumn = await Promise.all(
    Object.values(secretColumns).map(async ({ table, column, idType }) => {
      const rows = await db.$queryRaw<{ id: string; envelope: string }[]>`
        SELECT id::text AS id, ${Prisma.raw(column)} AS envelope FROM ${Prisma.raw(table)}
        WHERE ${Prisma.raw(column)} IS NOT NULL`;
      return rows.map(({ id, envelope }) => ({ place: { table, column, id }, idType, envelope }));
    }),
  );
  return perColumn.flat();
}

export async function readEnvelope(db: Db, { place, idType }: Omit<StoredSecret, 'envelope'>): Promise<string> {
  const [row] = await db.$queryRaw<{ envelope: string }[]>`
    SELECT ${Prisma.raw(place.column)} AS envelope FROM ${Prisma.raw(place.table)}
    WHERE id = ${place.id}::${Prisma.raw(idType)}`;
  if (row === undefined) throw new Error(`${place.table} ${place.id} is gone.`);
  return row.envelope;
}

export async function writeEnvelope(db: Db, { place, idType, envelope }: StoredSecret): Promise<void> {
  const changed = await db.$executeRaw`
    UPDATE ${Prisma.raw(place.table)} SET ${Prisma.raw(place.column)} = ${envelope}
    WHERE id = ${place.id}::${Prisma.raw(idType)}`;
  if (changed !== 1) throw new Error(`${place.table} ${place.id} is gone.`);
}

/** Opens each and compares; the sentences of those that are not as they should be. */
export async function unreadable(box: SecretBox, secrets: readonly StoredSecret[]): Promise<string[]> {
  const said = await Promise.all(
    secrets.map(async ({ place, envelope }) => {
      try {
        const text = await box.open(place, envelope);
        return versionAt(place, text) === undefined ? `${place.table} ${place.id} holds another secret.` : '';
      } catch (error) {
        return (error as Error).message;
      }
    }),
  );
  return said.filter(Boolean);
}
