import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { type Migration, readMigrations } from './migration-files.ts';

/** Any constant will do, as long as every runner takes the same one. */
const lockKey = 7_214_093_110;

export interface MigrateOptions {
  /** Called once per step with a short line: "Applying 0002_rules (2 of 4)". */
  readonly onProgress?: (line: string) => void;
}

/**
 * Brings the database behind `url` up to date: every file of prisma/migrations in order, each in its
 * own transaction, then the schema of the job queue. Runners that start together take turns under
 * an advisory lock. Throws where an applied migration was edited or the database is newer than the code.
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await applyMissing(client, options);
    await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) });
  } finally {
    // Ending the connection lets go of the lock.
    await client.end();
  }
}

async function applyMissing(client: pg.Client, { onProgress }: MigrateOptions): Promise<void> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS oriel_internal;
    CREATE TABLE IF NOT EXISTS oriel_internal.migrations (
      name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
  const migrations = await readMigrations();
  const missing = await findMissing(client, migrations);
  for (const migration of missing) {
    onProgress?.(`Applying ${migration.name} (${migrations.indexOf(migration) + 1} of ${migrations.length})`);
    await apply(client, migration);
  }
}

async function findMissing(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM oriel_internal.migrations ORDER BY name',
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of rows) {
    const file = known.get(name);
    if (!file)
      throw new Error(`The database has migration ${name}, which this version does not know. Start a newer one.`);
    if (file.checksum !== checksum) {
      throw new Error(`Migration ${name} was edited after it had been applied. Restore it and write a new one.`);
    }
  }
  const applied = new Set(rows.map((row) => row.name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(migration.sql);
    await client.query('INSERT INTO oriel_internal.migrations (name, checksum) VALUES ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${migration.name} failed; nothing of it was kept.`, { cause });
  }
}
