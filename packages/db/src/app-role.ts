import pg from 'pg';

/** Role of web, gateway and worker. Migrations run as the owner of the tables; these processes never do. */
export const applicationRole = 'oriel_app';

/**
 * Makes the role (or gives it the password) with which the application connects: it reads and writes rows, but alters no
 * table, and neither changes nor removes an audit entry. Run after each migration; safe to repeat.
 *
 * @param ownerUrl connection string of the tables' owner, who may create roles.
 */
export async function grantApplicationRole(ownerUrl: string, password: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await tryGrant(ownerUrl, password);
    } catch (error) {
      if (tries === mostTries || !isSameMoment(error)) throw error;
    }
  }
}

/** Roles belong to the whole server, where no lock of a database reaches: two databases may write this one at once. */
const mostTries = 10;

function isSameMoment(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  return error.constraint === 'pg_authid_rolname_index' || error.message === 'tuple concurrently updated';
}

async function tryGrant(ownerUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    // Two starts of one database take turns.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('oriel.application_role'))`);
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [applicationRole]);
    const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
    await client.query(
      `${verb} ROLE ${applicationRole} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`,
    );
    await client.query(grants);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

const grants = ['public', 'graphile_worker', 'oriel_internal']
  .map(
    (schema) => `
      GRANT USAGE ON SCHEMA ${schema} TO ${applicationRole};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${applicationRole};
      REVOKE UPDATE ON ALL SEQUENCES IN SCHEMA ${schema} FROM ${applicationRole};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${applicationRole};
      REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} FROM ${applicationRole};`,
  )
  .concat(
    // Of the functions it needs those that triggers call with its rights, and those of the queue, of which none has its
    // owner's. A trigger's own function is asked for no right when it fires.
    `GRANT EXECUTE ON FUNCTION grafana_raise(uuid[]), grafana_name(projects) TO ${applicationRole};
     GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${applicationRole};`,
    // Whoever may make a temporary table may hang triggers on it. Not in a migration: a copied or restored database does
    // not bring its own rights along.
    `DO $$ BEGIN EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC, ${applicationRole}', current_database()); END $$;`,
    // graphile-worker's tables have row-level security and no policy: whoever does not own them sees and adds no job.
    `DO $$
     DECLARE t regclass;
     BEGIN
       FOR t IN SELECT c.oid::regclass FROM pg_class c
                WHERE c.relrowsecurity AND c.relkind = 'r' AND c.relnamespace = 'graphile_worker'::regnamespace
       LOOP
         EXECUTE format('DROP POLICY IF EXISTS ${applicationRole} ON %s', t);
         EXECUTE format('CREATE POLICY ${applicationRole} ON %s TO ${applicationRole} USING (true) WITH CHECK (true)', t);
       END LOOP;
     END $$;`,
    `REVOKE UPDATE, DELETE ON audit_entries FROM ${applicationRole};
     REVOKE INSERT, UPDATE, DELETE ON audit_links FROM ${applicationRole};
     REVOKE INSERT, UPDATE, DELETE ON oriel_internal.migrations, graphile_worker.migrations FROM ${applicationRole};`,
  )
  .join('\n');
