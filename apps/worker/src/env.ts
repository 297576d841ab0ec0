import process from 'node:process';
import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  ORIEL_KEY_FILE: z.string().min(1),
  /** Clusters on this machine's own addresses, for development. */
  ORIEL_ALLOW_LOOPBACK_CLUSTERS: z.stringbool().default(false),
  /** Jobs at once. Most of them wait for an API server, so this is about patience, not about cores. */
  ORIEL_WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(200).default(10),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
});

export interface Environment {
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly allowLoopback: boolean;
  readonly concurrency: number;
  readonly logLevel: string;
}

/** Throws with the name of every variable that is missing or wrong. */
export function readEnvironment(): Environment {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) throw new Error(`The worker's environment is incomplete:\n${z.prettifyError(parsed.error)}`);
  const { data } = parsed;
  return {
    databaseUrl: data.DATABASE_URL,
    keyFile: data.ORIEL_KEY_FILE,
    allowLoopback: data.ORIEL_ALLOW_LOOPBACK_CLUSTERS,
    concurrency: data.ORIEL_WORKER_CONCURRENCY,
    logLevel: data.LOG_LEVEL,
  };
}
