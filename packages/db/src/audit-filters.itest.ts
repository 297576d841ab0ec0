import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from './testing/postgres.ts';

const database = testDatabase();
const count = 30_000;

beforeAll(async () => {
  const { db } = database;
  await db.$transaction(async (tx) => {
    // The chain of so many entries is another matter.
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`
      INSERT INTO audit_entries (actor_email, action, target_type, target_id, address)
      SELECT 'person-' || n || '@example.com', 'cluster.create', 'cluster', n::text, '10.' || n / 65536 || '.' || n / 256 % 256 || '.' || n % 256
      FROM generate_series(1, ${count}::int) AS n`;
  });
  await db.$executeRaw`VACUUM ANALYZE audit_entries`;
});

/** How PostgreSQL goes about the query that the audit page's filter makes. */
async function planOf(where: string): Promise<string> {
  const rows = await database.db.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
    `EXPLAIN SELECT * FROM audit_entries WHERE ${where} ORDER BY id DESC LIMIT 51`,
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test.each([
  ['a part of whoever acted', `actor_email ILIKE '%SON-12345@%'`],
  ['how the client’s address begins', `address LIKE '10.0.57.123%'`],
  ['both', `actor_email ILIKE '%12345@example%' AND address LIKE '10.0.48%'`],
])('a filter by %s reads an index, not the whole log', async (_what, where) => {
  const plan = await planOf(where);
  expect(plan).toContain('audit_entries_words_idx');
  expect(plan).not.toContain('Seq Scan');
});
