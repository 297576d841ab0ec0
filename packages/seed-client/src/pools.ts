import { type Dispatcher, Pool } from 'undici';
import { WirePool } from './wire/wire-pool.ts';

const pools = new Map<string, Pool>();
const wires = new Map<string, WirePool>();

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

/** What streams an answer through: `dispatch` of undici, by whichever client is the lighter for this origin. */
export type Wire = Pick<Dispatcher, 'dispatch'>;

/** The same for answers that are passed on as they come. Only for requests that may be asked twice. */
export function wireTo(origin: string): Wire {
  if (!origin.startsWith('http:')) return poolOf(origin);
  let wire = wires.get(origin);
  if (!wire) {
    wire = new WirePool(origin, { connections: 256, connectSeconds: 3, silenceSeconds: 150, idleSeconds: 30 });
    wires.set(origin, wire);
  }
  return wire;
}

/** Ends every connection; for the end of a process and of a test. */
export async function closePools(): Promise<void> {
  const open = [...pools.values(), ...wires.values()];
  pools.clear();
  wires.clear();
  await Promise.all(open.map((pool) => pool.destroy()));
}
