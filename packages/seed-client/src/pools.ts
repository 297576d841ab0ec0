import { Pool } from 'undici';

const pools = new Map<string, Pool>();

/**
 * One pool of kept-alive connections per store, shared by everything in this process. Idle connections are closed by
 * us before the stores close them (two minutes in Loki and Mimir), so that no request meets a closing connection.
 */
export function poolOf(origin: string): Pool {
  let pool = pools.get(origin);
  if (!pool) {
    pool = new Pool(origin, {
      connections: 256,
      keepAliveTimeout: 30_000,
      keepAliveMaxTimeout: 30_000,
      // A query may work for minutes before its first byte; the stores' own limit is two.
      headersTimeout: 150_000,
      bodyTimeout: 150_000,
      connect: { timeout: 3_000 },
    });
    pools.set(origin, pool);
  }
  return pool;
}

/** Ends every connection; for the end of a process and of a test. */
export async function closePools(): Promise<void> {
  const open = [...pools.values()];
  pools.clear();
  await Promise.all(open.map((pool) => pool.destroy()));
}
