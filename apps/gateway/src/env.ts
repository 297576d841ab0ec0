import { readFileSync } from 'node:fs';
import process from 'node:process';
import { grafanaOriginBeside } from '@oriel/domain/grafana';
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const origin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  ORIEL_REMOTE_CONFIG_PORT: port.default(3002),
  DATABASE_URL: z.string().min(1),
  /** As people type it; the only origin that may post with a session cookie. */
  ORIEL_PUBLIC_ORIGIN: origin,
  ORIEL_WEB_URL: origin,
  /** The secret that nginx shows to the remote-configuration listener. */
  ORIEL_INGEST_TOKEN_FILE: z.string().min(1),
  /** How many proxies stand before the web process, this one included, as the web process is told it: the others' words count. */
  ORIEL_TRUSTED_HOPS: z.coerce.number().int().min(0).max(9).default(1),
  /** Queries that one store answers side by side without getting slow, divided among the projects that read it. */
  ORIEL_STORE_CONCURRENCY: z.coerce.number().int().min(1).max(10_000).default(64),
  /** Where Grafana listens, for the gateway alone. Without it there are no dashboards. */
  ORIEL_GRAFANA_URL: origin.optional(),
  /** Where people see Grafana: an origin of its own at the same site as the control plane's. */
  ORIEL_GRAFANA_ORIGIN: origin.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
});

export interface Environment {
  readonly host: string;
  readonly port: number;
  readonly remoteConfigPort: number;
  readonly databaseUrl: string;
  readonly publicOrigin: string;
  readonly webOrigin: string;
  readonly ingestToken: string;
  readonly trustedHops: number;
  readonly storeConcurrency: number;
  readonly grafana?: { readonly url: string; readonly origin: string } | undefined;
  readonly logLevel: string;
}

/** Throws with the name of every variable that is missing or wrong. */
export function readEnvironment(): Environment {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) {
    throw new Error(`The gateway's environment is incomplete:\n${z.prettifyError(parsed.error)}`);
  }
  const { data } = parsed;
  const ingestToken = readFileSync(data.ORIEL_INGEST_TOKEN_FILE, 'utf8').trim();
  if (ingestToken.length < 32)
    throw new Error(`${data.ORIEL_INGEST_TOKEN_FILE} holds no secret of 32 characters or more.`);
  return {
    host: data.HOST,
    port: data.PORT,
    remoteConfigPort: data.ORIEL_REMOTE_CONFIG_PORT,
    databaseUrl: data.DATABASE_URL,
    publicOrigin: data.ORIEL_PUBLIC_ORIGIN,
    webOrigin: data.ORIEL_WEB_URL,
    ingestToken,
    trustedHops: data.ORIEL_TRUSTED_HOPS,
    storeConcurrency: data.ORIEL_STORE_CONCURRENCY,
    grafana: data.ORIEL_GRAFANA_URL
      ? {
          url: data.ORIEL_GRAFANA_URL,
          origin: data.ORIEL_GRAFANA_ORIGIN ?? grafanaOriginBeside(data.ORIEL_PUBLIC_ORIGIN),
        }
      : undefined,
    logLevel: data.LOG_LEVEL,
  };
}
