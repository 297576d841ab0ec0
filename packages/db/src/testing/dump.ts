import pg from 'pg';

export interface DumpedTable {
  /** `schema.table` */
  readonly name: string;
  readonly rows: number;
  /** Every value as PostgreSQL writes it, and the bytes of every bytea besides. */
  readonly content: Buffer;
}

/** Every table of a database, the libraries' own included. */
export async function dumpTables(url: string): Promise<DumpedTable[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ schema: string; name: string }>(`
      SELECT schemaname AS schema, tablename AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2`);
    const dumped: DumpedTable[] = [];
    for (const { schema, name } of tables.rows) {
      const text = `SELECT * FROM ${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
      // As text: parsed, JSON and dates would no longer be what is stored.
      const { rows } = await client.query<(string | null)[]>({
        text,
        rowMode: 'array',
        types: { getTypeParser: () => (value: string) => value },
      });
      const values = rows.flat().flatMap((value) => (value === null ? [] : [...bytesOf(value), Buffer.from([0])]));
      dumped.push({ name: `${schema}.${name}`, rows: rows.length, content: Buffer.concat(values) });
    }
    return dumped;
  } finally {
    await client.end();
  }
}

function bytesOf(value: string): Buffer[] {
  const text = Buffer.from(value, 'utf8');
  return /^\\x([0-9a-f]{2})*$/.test(value) ? [text, Buffer.from([0]), Buffer.from(value.slice(2), 'hex')] : [text];
}
