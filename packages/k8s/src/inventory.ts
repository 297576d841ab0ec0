import type { ApiServer } from './api-server.ts';
import { listAll } from './lists.ts';
import { readVersion } from './preflight-checks.ts';

export interface Inventory {
  /** `v1.34.4` */
  readonly version: string;
  readonly nodeCount: number;
  /** Round trip of one small call, in milliseconds. */
  readonly latencyMs: number;
}

/** Reaches the API server and asks what it is. Throws `ClusterError`. */
export async function takeInventory(api: ApiServer, signal?: AbortSignal): Promise<Inventory> {
  const started = performance.now();
  const version = await readVersion(api, signal);
  const latencyMs = Math.round(performance.now() - started);
  const nodes = await listAll(api, { path: '/api/v1/nodes', what: 'list nodes', metadataOnly: true }, signal);
  return { version, nodeCount: nodes.length, latencyMs };
}
