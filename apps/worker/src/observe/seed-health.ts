import { storeReadiness } from '@oriel/seed-client/readiness';
import { knock } from '../ingest/door.ts';

export type PartHealth = {
  readonly ok: boolean;
  readonly message: string;
};

/** What is kept in `seeds.health`. */
export type SeedHealth = {
  readonly metrics: PartHealth;
  readonly logs: PartHealth;
  readonly ingest: PartHealth;
  /** ISO 8601. */
  readonly at: string;
};

interface SeedAddresses {
  readonly metricsUrl: string;
  readonly logsUrl: string;
  readonly ingestUrl: string;
  readonly caCertPem: string;
}

/** Asks each part of a seed whether it works. Never throws but on abort. */
export async function lookAtSeed(seed: SeedAddresses, signal: AbortSignal): Promise<SeedHealth> {
  const [metrics, logs, ingest] = await Promise.all([
    storeReadiness('metrics', seed.metricsUrl),
    storeReadiness('logs', seed.logsUrl),
    lookAtIngest(seed, signal),
  ]);
  return { metrics, logs, ingest, at: new Date().toISOString() };
}

/** Without a certificate the gateway must answer, and must refuse. */
async function lookAtIngest({ ingestUrl, caCertPem }: SeedAddresses, signal: AbortSignal): Promise<PartHealth> {
  const { status, problem } = await knock({ url: ingestUrl, caPem: caCertPem }, signal);
  if (status === 403) return { ok: true, message: 'The ingest gateway is ready.' };
  if (status === undefined)
    return { ok: false, message: `The ingest gateway cannot be reached at ${ingestUrl}: ${problem}.` };
  return {
    ok: false,
    message: `The ingest gateway answers ${status} to a caller without a certificate instead of refusing it.`,
  };
}
