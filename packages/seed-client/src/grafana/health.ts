import { OrielError } from '@oriel/domain/errors';
import { z } from 'zod';
import type { GrafanaConnection } from './connection.ts';

const oldestMajor = 10;
const newestMajor = 13;

export interface GrafanaVersion {
  /** As Grafana says it: `11.6.0`, `10.0.0-pre`. */
  readonly text: string;
  readonly major: number;
  /** Newer than what Oriel was written for: it is tried all the same. */
  readonly unknown: boolean;
}

const healthShape = z.object({ database: z.string(), version: z.string() });

/** Whether Grafana is up with its database, and which one it is. Throws where it is not, or is too old. */
export async function readHealth(grafana: GrafanaConnection): Promise<GrafanaVersion> {
  const call = { what: 'tell how it is', path: '/api/health', understands: [503] };
  const { database, version } = await grafana.read(call, healthShape);
  if (database !== 'ok') {
    throw new OrielError('unavailable', 'Grafana is up, but its database is not. See its log.');
  }
  return parseVersion(version);
}

/** @throws OrielError where the version is older than 10 or is none. */
export function parseVersion(text: string): GrafanaVersion {
  const major = Number(/^v?(\d+)\./.exec(text)?.[1] ?? Number.NaN);
  if (!(major >= oldestMajor)) {
    const problem = `Grafana says that it is version "${text}". Oriel works with ${oldestMajor} to ${newestMajor}:`;
    throw new OrielError('upstream_failed', `${problem} update Grafana.`, { retryable: false });
  }
  return { text, major, unknown: major > newestMajor };
}
