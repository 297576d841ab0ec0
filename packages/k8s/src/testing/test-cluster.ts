import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeCluster } from '@oriel/testbed/cluster/fake/start-fake-cluster';
import { portsFrom } from '@oriel/testbed/ports';
import { freeRow } from '@oriel/testbed/process/free-row';
import type { ApiAccess } from '../api-access.ts';
import { ApiServer } from '../api-server.ts';
import { parseKubeconfig } from '../kubeconfig.ts';

export interface TestCluster {
  /** The administrator's kubeconfig, as a person would paste it. */
  readonly kubeconfig: string;
  readonly access: ApiAccess;
  readonly api: ApiServer;
  /** Calls the API as the administrator and decodes the answer. */
  call(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** A real API server with its controllers; nodes and pods are played by kwok. About five seconds. */
export async function startTestCluster(nodes = 2): Promise<TestCluster> {
  const home = await mkdtemp(join(tmpdir(), 'oriel-k8s-'));
  // Apart from the ports of a running Oriel and of the kernel's ephemeral range.
  const first = await freeRow({ from: 20_020, step: 60, rows: 190, length: 9 });
  const ports = portsFrom(first - 20).demo;
  const cluster = await startFakeCluster({ home, name: 'itest', ports, nodes, onProgress: () => undefined });
  const kubeconfig = await readFile(cluster.kubeconfigPath, 'utf8');
  const access = parseKubeconfig(kubeconfig);
  const api = new ApiServer(access, { policy: { allowLoopback: false } });
  return {
    kubeconfig,
    access,
    api,
    async call(method, path, body) {
      const contentType = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
      const text = body === undefined ? {} : { body: JSON.stringify(body), contentType };
      return api.call({ method, path, what: `${method} ${path}`, ...text });
    },
    async stop() {
      await api.close();
      await cluster.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
