import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { engineAdapter } from './engine-adapter.ts';
import { readMigrations, schemaFile } from './migration-files.ts';

/** Node has it; TypeScript declares it for browsers only. */
const webAssembly = Reflect.get(globalThis, 'WebAssembly') as {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

type Target = Parameters<bindings.SchemaEngine['diff']>[0]['from'];

/**
 * SQL that would bring a database with every migration applied to what schema.prisma says; empty
 * when they agree. Prisma's own CLI needs a binary from outside npm for this: the WebAssembly build
 * of the same engine does not. `url` may name any database of a server on which databases can be
 * created: the migrations are tried in one of their own, which is dropped again. `schema` is the text of schema.prisma, as it stands unless given.
 */
export async function migrationsToSchema(url: string, schema?: string): Promise<string> {
  const content = schema ?? (await readFile(schemaFile, 'utf8'));
  const engine = await startEngine(url, content);
  try {
    const result = await engine.diff({
      from: await migrationsTarget(),
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = result.stdout ?? '';
    return sql.includes('This is an empty migration') ? '' : sql.trim();
  } finally {
    engine.free();
  }
}

async function migrationsTarget(): Promise<Target> {
  const migrations = await readMigrations();
  return {
    tag: 'migrations',
    baseDir: dirname(schemaFile),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}

async function startEngine(url: string, schema: string): Promise<bindings.SchemaEngine> {
  loaded ??= loadWasm();
  await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(engineAdapter(url));
  return bindings.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, adapter);
}

/** Once per process: the bindings keep views of the first instance's memory. */
let loaded: Promise<void> | undefined;

async function loadWasm(): Promise<void> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@prisma/schema-engine-wasm'));
  const wasm = await readFile(join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await webAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}
