import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

export { Prisma } from './generated/client.ts';

/** The whole client: queries and transactions. */
export type Db = PrismaClient;
/** Inside `db.$transaction(async (tx) => …)`. */
export type Tx = Prisma.TransactionClient;
/** Where a function only reads, or leaves the transaction to its caller. */
export type Queryable = Db | Tx;

export interface DbOptions {
  /** Connections at most; PostgreSQL's default is 100 for everybody together. */
  readonly poolSize?: number;
  /** Told about connections that break while idle; without it they are dropped in silence. */
  readonly onConnectionError?: (error: Error) => void;
}

/** Opens a pool on `url` lazily: the first query connects. Close it with `db.$disconnect()`. */
export function createDb(url: string, { poolSize = 10, onConnectionError }: DbOptions = {}): Db {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: poolSize,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      // A statement that takes longer is stuck; the server gives up first, and where it is out of reach, we do.
      statement_timeout: 30_000,
      query_timeout: 35_000,
      idle_in_transaction_session_timeout: 60_000,
    },
    { onPoolError: (error) => onConnectionError?.(error), onConnectionError: (error) => onConnectionError?.(error) },
  );
  return new PrismaClient({ adapter, errorFormat: 'minimal', transactionOptions: { maxWait: 5_000, timeout: 15_000 } });
}
