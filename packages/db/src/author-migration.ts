// Writes the next migration from what schema.prisma says and the migrations before it do not.
//   node packages/db/src/author-migration.ts add_alert_rules
// Checks, triggers and the like are then added to the file by hand.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { migrationsFolder, readMigrations } from './migration-files.ts';
import { migrationsToSchema } from './schema-engine.ts';
import { startEmbeddedServer } from './testing/embedded-server.ts';

async function main(name: string | undefined): Promise<void> {
  if (name === undefined || !/^[a-z0-9_]{1,60}$/.test(name)) {
    throw new Error('Give the migration a name of lower-case letters, digits and "_": add_alert_rules.');
  }
  const server = await startEmbeddedServer();
  try {
    const sql = await migrationsToSchema(server.url);
    if (sql === '') return void console.log('schema.prisma and the migrations agree: nothing to write.');
    const number = String((await readMigrations()).length + 1).padStart(4, '0');
    const folder = join(migrationsFolder, `${number}_${name}`);
    await mkdir(folder);
    await writeFile(join(folder, 'migration.sql'), `${sql}\n`);
    console.log(`Wrote ${relative(process.cwd(), folder)}/migration.sql. Read it before you commit it.`);
  } finally {
    await server.stop();
  }
}

await main(process.argv[2]);
