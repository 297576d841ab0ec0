import { type Db, Prisma } from '@oriel/db/client';

/** While `work` goes on, the database refuses each row of a table, and says in its message what the row was. */
export async function whileRefused(db: Db, table: string, work: () => Promise<void>): Promise<void> {
  const name = Prisma.raw(table);
  await db.$executeRaw`
    CREATE OR REPLACE FUNCTION refuse_and_tell() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'refused: %', to_jsonb(NEW); END $$`;
  await db.$executeRaw`
    CREATE TRIGGER refuse_and_tell BEFORE INSERT OR UPDATE ON ${name}
    FOR EACH ROW EXECUTE FUNCTION refuse_and_tell()`;
  try {
    await work();
  } finally {
    await db.$executeRaw`DROP TRIGGER refuse_and_tell ON ${name}`;
  }
}
