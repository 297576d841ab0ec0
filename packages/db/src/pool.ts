import pg from 'pg';

export type { Pool } from 'pg';

/** Plain connections for libraries that speak SQL themselves. A connection that breaks while idle is replaced. */
export function createPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 5_000, keepAlive: true });
  pool.on('error', () => {});
  return pool;
}
