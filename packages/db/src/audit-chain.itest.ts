import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { applicationRole, grantApplicationRole } from './app-role.ts';
import { appendAudit, platformActor } from './audit.ts';
import { formatAnchor, parseAnchor, verifyAuditChain } from './audit-chain.ts';
import { createDb, type Db } from './client.ts';
import { testDatabase } from './testing/postgres.ts';

const database = testDatabase();

const append = (db: Db, targetId: string, after: object = { name: 'ümlaut "quoted" \\ \u0001 😀', n: 1.5 }) =>
  db.$transaction((tx) =>
    appendAudit(tx, { actor: platformActor, action: 'seed.create', targetType: 'seed', targetId, after }),
  );
const verify = (anchor?: string) =>
  verifyAuditChain(database.db, { anchor: anchor === undefined ? undefined : parseAnchor(anchor) });

/** As somebody with the database's own files would: no trigger, no check. */
async function tamper(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(sql);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

describe('the chain', () => {
  test('of nothing is whole', async () => {
    expect(await verify()).toEqual({ entries: 0, complete: true, head: undefined, problems: [] });
  });

  test('holds entries of many writers at once, in the order of their commits and without a gap', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, index) => append(database.db, `t${index}`)));
    const report = await verify();
    expect(report).toMatchObject({ entries: 60, problems: [] });
    const { head } = report;
    if (!head) throw new Error('no head');
    expect((await verify(formatAnchor(head))).problems).toEqual([]);
  });

  test('holds with what somebody acted, beside entries that do not know it', async () => {
    const actor = { email: 'a@example.com', credential: 'token:1:ci, "x"' };
    const entry = { actor, action: 'seed.create', targetType: 'seed', targetId: 'with credential' };
    await database.db.$transaction((tx) => appendAudit(tx, entry));
    expect(await verify()).toMatchObject({ entries: 61, complete: true, problems: [] });
  });

  test('has no place for what was rolled back', async () => {
    const failing = database.db.$transaction(async (tx) => {
      await appendAudit(tx, { actor: platformActor, action: 'seed.create', targetType: 'seed', targetId: 'x' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await verify()).toMatchObject({ entries: 61, problems: [] });
  });
});

describe('what somebody with power over the database does behind its back shows', () => {
  let anchor = '';
  beforeAll(async () => {
    for (const id of ['a', 'b', 'c']) await append(database.db, id);
    const { head } = await verify();
    if (head) anchor = formatAnchor(head);
  });

  test.each([
    ['a credential put in', `UPDATE audit_entries SET credential = 'session' WHERE target_id = 't5'`, 'changed'],
    ['an entry changed', `UPDATE audit_entries SET actor_email = 'eve' WHERE target_id = 't7'`, 'changed'],
    ['an entry removed', `DELETE FROM audit_entries WHERE target_id = 't9'`, 'missing'],
    ['an entry and its link removed', `DELETE FROM audit_links WHERE position = 30`, 'missing'],
    [
      'an entry slipped in',
      `INSERT INTO audit_entries (actor_email, action, target_type, target_id) VALUES ('e', 'a.b', 't', 'i')`,
      'unlinked',
    ],
    [
      'the end cut off',
      `DELETE FROM audit_links WHERE position >= 62; DELETE FROM audit_entries WHERE target_id IN ('b', 'c')`,
      'cut off',
    ],
  ])('%s', async (_, sql, kind) => {
    await tamper(sql);
    const { problems } = await verify(anchor);
    expect(problems.map((problem) => problem.kind)).toContain(kind);
  });
});

describe('the role of the application', () => {
  let app: Db;
  beforeAll(async () => {
    await grantApplicationRole(database.url, 'first');
    await grantApplicationRole(database.url, 'app');
    const url = new URL(database.url);
    [url.username, url.password] = [applicationRole, 'app'];
    app = createDb(url.toString());
    return () => app.$disconnect();
  });

  test('adds entries, and they are linked', async () => {
    const before = await app.auditLink.count();
    await append(app, 'by the application');
    expect(await app.auditLink.count()).toBe(before + 1);
  });

  test.each([
    'UPDATE audit_entries SET actor_email = actor_email',
    'DELETE FROM audit_entries',
    'TRUNCATE audit_entries',
    'ALTER TABLE audit_entries DISABLE TRIGGER ALL',
    'SET session_replication_role = replica',
    `INSERT INTO audit_links VALUES (100000, 1, sha256(''))`,
    'DELETE FROM audit_links',
    'DROP TRIGGER audit_entries_link ON audit_entries',
    'CREATE OR REPLACE FUNCTION audit_entry_text(e audit_entries) RETURNS text LANGUAGE sql AS $$ SELECT NULL $$',
    'CREATE TABLE anything (id int)',
    'DELETE FROM oriel_internal.migrations',
  ])('is refused: %s', async (sql) => {
    await expect(app.$executeRawUnsafe(sql)).rejects.toThrow(/permission denied|must be owner/);
  });
});
