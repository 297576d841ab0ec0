import pg from 'pg';
import { expect, test } from 'vitest';
import { withDatabase } from './database-url.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migration-files.ts';
import { migrationsToSchema } from './schema-engine.ts';
import { testDatabase } from './testing/postgres.ts';
import { dropDatabase, onServer } from './testing/template.ts';

const database = testDatabase();

async function withEmptyDatabase(name: string, use: (url: string) => Promise<void>): Promise<void> {
  await onServer(database.serverUrl, `CREATE DATABASE ${name}`);
  try {
    await use(withDatabase(database.serverUrl, name));
  } finally {
    await dropDatabase(database.serverUrl, name);
  }
}

async function query<Row extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

test('two runners that start together apply each migration once, and a third finds nothing to do', () =>
  withEmptyDatabase('oriel_migrate_twice', async (url) => {
    const lines: string[] = [];
    const onProgress = (line: string) => void lines.push(line);
    await Promise.all([migrate(url, { onProgress }), migrate(url, { onProgress })]);
    await migrate(url, { onProgress });
    const names = (await readMigrations()).map(({ name }) => name);
    expect(lines).toEqual(names.map((name, index) => `Applying ${name} (${index + 1} of ${names.length})`));
    const rows = await query<{ name: string }>(url, 'SELECT name FROM oriel_internal.migrations ORDER BY name');
    expect(rows.map(({ name }) => name)).toEqual(names);
    await query(url, `SELECT graphile_worker.add_job('nothing')`);
  }));

test('refuses a database whose migration was edited afterwards', () =>
  withEmptyDatabase('oriel_migrate_edited', async (url) => {
    await migrate(url);
    await query(url, `UPDATE oriel_internal.migrations SET checksum = 'x' WHERE name = '0001_init'`);
    await expect(migrate(url)).rejects.toThrow(/0001_init was edited/);
  }));

test('refuses a database of a newer version', () =>
  withEmptyDatabase('oriel_migrate_newer', async (url) => {
    await migrate(url);
    await query(url, `INSERT INTO oriel_internal.migrations VALUES ('9999_future', 'x')`);
    await expect(migrate(url)).rejects.toThrow(/9999_future, which this version does not know/);
  }));

test('a migration that fails leaves nothing of itself and names itself', () =>
  withEmptyDatabase('oriel_migrate_failing', async (url) => {
    // In the way of a table that 0001_init makes after others.
    await query(url, 'CREATE TABLE settings (key text)');
    await expect(migrate(url)).rejects.toThrow(/0001_init failed/);
    const tables = await query(url, `SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tablename = 'users'`);
    expect(tables).toEqual([]);
  }));

test('the migrations describe the database of schema.prisma', async () => {
  expect(await migrationsToSchema(database.serverUrl)).toBe('');
}, 60_000);

test('the check sees a schema that ran ahead of the migrations', async () => {
  const ahead = `generator client {\n  provider = "prisma-client"\n  output = "./x"\n}\ndatasource db {\n  provider = "postgresql"\n}\nmodel Extra {\n  id String @id\n}\n`;
  expect(await migrationsToSchema(database.serverUrl, ahead)).toContain('CREATE TABLE "Extra"');
}, 60_000);
