import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { applicationRole, grantApplicationRole } from './app-role.ts';
import { appendAudit, platformActor } from './audit.ts';
import { formatAnchor, parseAnchor, verifyAuditChain } from './audit-chain.ts';
import { createDb, type Db } from './client.ts';
import { testDatabase } from './testing/postgres.ts';

const database = testDatabase();
/** One for all files that make the role: it belongs to the whole server. */
const password = 'a password of the test';

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
    await grantApplicationRole(database.url, password);
    await grantApplicationRole(database.url, password);
    app = createDb(applicationUrl());
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
    `SELECT setval('audit_entries_id_seq', 1)`,
    'CREATE TEMP TABLE anything (id int)',
  ])('is refused: %s', async (sql) => {
    await expect(app.$executeRawUnsafe(sql)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('the function that links works for no table of somebody’s own', () => {
  /** A row that turns into an entry by a function of the attacker, which the linking function would call as the owner. */
  const attack = [
    'CREATE TEMP TABLE bait (id bigint)',
    `CREATE FUNCTION pg_temp.bite(bait) RETURNS public.audit_entries LANGUAGE plpgsql AS $$ BEGIN
       ALTER TABLE public.audit_entries DISABLE TRIGGER USER;
       UPDATE public.audit_entries SET actor_email = 'nobody';
       INSERT INTO public.audit_entries (id, actor_email, action, target_type, target_id)
         VALUES (777777, 'nobody', 'a.b', 't', 'i');
       RETURN NULL;
     END $$`,
    'CREATE CAST (bait AS public.audit_entries) WITH FUNCTION pg_temp.bite(bait) AS IMPLICIT',
    'CREATE TRIGGER bait AFTER INSERT ON bait FOR EACH ROW EXECUTE FUNCTION public.audit_entries_link()',
    'INSERT INTO bait VALUES (777777)',
  ];
  const asOwner = (sql: string) => database.db.$executeRawUnsafe(sql);

  async function expectRefusal(reason: RegExp): Promise<void> {
    const client = new pg.Client({ connectionString: applicationUrl() });
    await client.connect();
    const run = async () => {
      for (const statement of attack) await client.query(statement);
    };
    await expect(run().finally(() => client.end())).rejects.toThrow(reason);
    expect(await database.db.auditEntry.count({ where: { actorEmail: 'nobody' } })).toBe(0);
  }

  beforeAll(() => grantApplicationRole(database.url, password));

  test('since the application makes no temporary table', async () => {
    await expectRefusal(/permission denied to create temporary tables/);
  });

  test('nor, where it may, a trigger that runs it', async () => {
    await asOwner(`GRANT TEMPORARY ON DATABASE ${new URL(database.url).pathname.slice(1)} TO ${applicationRole}`);
    await expectRefusal(/permission denied for function public.audit_entries_link/);
  });

  test('and where it may that too, the function refuses', async () => {
    await asOwner(`GRANT EXECUTE ON FUNCTION audit_entries_link() TO ${applicationRole}`);
    await expectRefusal(/links audit_entries alone/);
  });

  test('nothing with the owner’s rights stays open to the application, or finds what others put in its way', async () => {
    await grantApplicationRole(database.url, password);
    const functions = await database.db.$queryRaw`
      SELECT oid::regprocedure::text AS name, has_function_privilege(${applicationRole}, oid, 'EXECUTE') AS open,
        proconfig AS settings
      FROM pg_proc WHERE prosecdef`;
    const settings = ['search_path=pg_catalog, pg_temp'];
    expect(functions).toEqual([{ name: 'audit_entries_link()', open: false, settings }]);
    await expectRefusal(/permission denied to create temporary tables/);
  });
});

function applicationUrl(): string {
  const url = new URL(database.url);
  [url.username, url.password] = [applicationRole, password];
  return url.toString();
}
