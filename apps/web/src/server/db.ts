import { createDb, type Db } from '@oriel/db/client';
import { env } from '../env.ts';
import { perProcess } from '../per-process.ts';
import { log } from './log.ts';

/** Kept on globalThis: the development server loads this module again at each change. */
const kept = globalThis as { orielDb?: Db };

export const db = perProcess(
  (): Db => {
    kept.orielDb ??= createDb(env().DATABASE_URL, {
      onConnectionError: (err) => log().warn({ err }, 'a database connection broke'),
    });
    return kept.orielDb;
  },
  async (client) => {
    kept.orielDb = undefined;
    await client.$disconnect();
  },
);
