import pg from 'pg';

export type { Pool } from 'pg';

/**
 * A connection that breaks while nobody listens for it, as between two statements of a transaction, would end the
 * process: its next statement fails all the same, and says so to whoever asked.
 */
export class LastingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}

/** Plain connections for libraries that speak SQL themselves. A connection that breaks while idle is replaced. */
export function createPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    Client: LastingClient,
  });
  pool.on('error', () => {});
  return pool;
}
