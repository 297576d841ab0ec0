import { readFileSync } from 'node:fs';
import process from 'node:process';
import { type PinnedImages, pinnedImages } from '@oriel/k8s/manifests/pinned-images';
import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  ORIEL_KEY_FILE: z.string().min(1),
  /** Clusters on this machine's own addresses, for development. */
  ORIEL_ALLOW_LOOPBACK_CLUSTERS: z.stringbool().default(false),
  /** JSON: the agents' images by digest, for where tags are not trusted. */
  ORIEL_IMAGES_FILE: z.string().min(1).optional(),
  /** Jobs at once. Most of them wait for an API server, so this is about patience, not about cores. */
  ORIEL_WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(200).default(10),
  /** Grafana as this process reaches it. Without it the product runs without Grafana. */
  ORIEL_GRAFANA_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Holds the password of Grafana's server user "oriel". */
  ORIEL_GRAFANA_ADMIN_PASSWORD_FILE: z.string().min(1).optional(),
  /** The gateway as Grafana reaches it: its data sources ask there. */
  ORIEL_GRAFANA_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
});

export interface GrafanaEnvironment {
  readonly url: string;
  readonly password: string;
  readonly gatewayUrl: string;
}

export interface Environment {
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly allowLoopback: boolean;
  readonly images: PinnedImages | undefined;
  readonly grafana: GrafanaEnvironment | undefined;
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
    images: data.ORIEL_IMAGES_FILE === undefined ? undefined : readImages(data.ORIEL_IMAGES_FILE),
    grafana: readGrafana(data),
    concurrency: data.ORIEL_WORKER_CONCURRENCY,
    logLevel: data.LOG_LEVEL,
  };
}

function readImages(file: string): PinnedImages {
  const parsed = pinnedImages.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} does not name all images by digest:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function readGrafana(data: z.output<typeof schema>): GrafanaEnvironment | undefined {
  const {
    ORIEL_GRAFANA_URL: url,
    ORIEL_GRAFANA_ADMIN_PASSWORD_FILE: passwordFile,
    ORIEL_GRAFANA_GATEWAY_URL: gatewayUrl,
  } = data;
  if (url === undefined) return undefined;
  if (passwordFile === undefined || gatewayUrl === undefined) {
    throw new Error('With ORIEL_GRAFANA_URL go ORIEL_GRAFANA_ADMIN_PASSWORD_FILE and ORIEL_GRAFANA_GATEWAY_URL.');
  }
  return { url, password: readFileSync(passwordFile, 'utf8').trim(), gatewayUrl: gatewayUrl.replace(/\/$/, '') };
}
