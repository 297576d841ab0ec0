import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { withDatabase } from './database-url.ts';

/** OIDs of "char", the one-byte type of PostgreSQL's catalogue, and text. */
const oneByteChar = 18;
const text = 25;

/** Connects the schema engine to the server behind `url`. Its shadow databases are made beside the one named there. */
export function engineAdapter(url: string): SqlMigrationAwareDriverAdapterFactory {
  const connect = (target: string) => connectTo(new pg.Pool({ connectionString: target, max: 2 }));
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url),
    async connectToShadowDb() {
      const name = `oriel_shadow_${randomUUID().replaceAll('-', '')}`;
      await onServer(url, `CREATE DATABASE ${name}`);
      const adapter = await connect(withDatabase(url, name));
      const dispose = adapter.dispose.bind(adapter);
      adapter.dispose = async () => {
        await dispose();
        await onServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      };
      return adapter;
    },
  };
}

/**
 * The adapter with its two gaps closed. The engine reads columns of type "char" when it describes a database, but the adapter refuses that
 * type: it is shown text, and its answer then says Character, as the engine expects.
 */
async function connectTo(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const charColumns = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  const showText = async (config: pg.QueryConfig): Promise<pg.QueryResult> => {
    const result = await query(config);
    const found = (result.fields ?? []).flatMap((field, index) => (field.dataTypeID === oneByteChar ? [index] : []));
    for (const index of found) Object.assign(result.fields[index] ?? {}, { dataTypeID: text });
    if (found.length > 0) charColumns.set(result.rows, found);
    return result;
  };
  Object.assign(pool, { query: showText });
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql);
    for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  // The adapter would cut the script at each ";", functions' bodies included.
  adapter.executeScript = async (script) => void (await query({ text: script }));
  return adapter;
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
