import pg from 'pg';

export interface Lease {
  /** Settles with the reason when the lease is lost or given back; never rejects. */
  readonly ended: Promise<Error>;
  release(): void;
}

const heartbeatMs = 2_000;
const answerMs = 4_000;

/**
 * One worker is active at a time: whoever holds this session lock. PostgreSQL takes it back when the connection ends,
 * so a killed worker blocks nobody, and a worker whose connection is gone must stop. Undefined while another holds it.
 */
export async function tryLease(databaseUrl: string): Promise<Lease | undefined> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
    keepAlive: true,
    application_name: 'oriel-worker-lease',
  });
  const ended = Promise.withResolvers<Error>();
  let timer: NodeJS.Timeout | undefined;
  const end = (reason: Error) => {
    clearTimeout(timer);
    ended.resolve(reason);
    client.end().catch(() => undefined);
  };
  client.on('error', end);
  client.on('end', () => end(new Error('PostgreSQL closed the connection of the lease.')));
  const beat = async () => {
    try {
      await client.query('SELECT 1');
      timer = setTimeout(beat, heartbeatMs);
    } catch (error) {
      end(error as Error);
    }
  };
  try {
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('oriel.worker')::bigint) AS held`,
    );
    if (rows[0]?.held !== true) {
      end(new Error('Another worker holds the lease.'));
      return undefined;
    }
    await releaseJobsOfTheDead(client);
  } catch (error) {
    end(error as Error);
    throw error;
  }
  timer = setTimeout(beat, heartbeatMs);
  return { ended: ended.promise, release: () => end(new Error('The lease was given back.')) };
}

/** Holding the lease means that nobody else works: jobs and queues that are still locked belong to the dead. */
async function releaseJobsOfTheDead(client: pg.Client): Promise<void> {
  await client.query(`
    SELECT graphile_worker.force_unlock_workers(array(
      SELECT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
      UNION SELECT locked_by FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL))`);
}
