import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { importImages } from '../images/import-images.ts';
import { portsFrom } from '../ports.ts';
import { kubectl } from './kubectl.ts';
import { networkFrom } from './network.ts';
import { startCluster } from './start-cluster.ts';
import type { RunningCluster } from './types.ts';

const able = process.platform === 'linux' && process.getuid?.() === 0;
// Apart from those of k8s' test clusters.
const ports = portsFrom(19_900).demo;
const minutes = 60_000;

const pod = JSON.stringify({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'box' },
  spec: {
    terminationGracePeriodSeconds: 1,
    containers: [
      {
        name: 'box',
        image: 'docker.io/library/busybox:1.36-musl',
        command: ['sh', '-c', 'echo "here I am"; trap exit TERM; sleep 100000 & wait'],
      },
    ],
  },
});

describe.skipIf(!able)('a real cluster', () => {
  let home: string;
  let cluster: RunningCluster;
  let onTheHost: Server;
  const start = () => startCluster({ home, ports, name: 'itest', onProgress: () => undefined });
  const inPod = (command: string) => kubectl(cluster, ['exec', 'box', '--', 'sh', '-c', command]);
  const podRuns = () => kubectl(cluster, ['wait', 'pod/box', '--for=condition=Ready', '--timeout=90s']);

  // Programs may have to be built first.
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'oriel-cluster-'));
    cluster = await start();
    await importImages(cluster, ['busybox']);
    // The default service account is made by a controller that may be a moment behind.
    await vi.waitFor(() => kubectl(cluster, ['apply', '-f', '-'], pod), { timeout: minutes, interval: 500 });
    await podRuns();
    onTheHost = createServer((_, response) => response.end('the host')).listen(0, cluster.nodeAddress);
  }, 30 * minutes);

  afterAll(async () => {
    onTheHost?.close();
    await cluster?.stop();
    await rm(home, { recursive: true, force: true });
  });

  it('runs pods whose lines are read through the API server and lie on disk', async () => {
    expect(await kubectl(cluster, ['logs', 'box'])).toContain('here I am');
    const [node] = cluster.nodes;
    expect(await readdir(join(node?.varLog ?? '', 'pods'))).toEqual([expect.stringMatching(/^default_box_/)]);
  });

  it('lets pods reach the API server by its service address and the host by the node address', async () => {
    expect(await inPod('wget -qO- --no-check-certificate https://10.96.0.1/healthz')).toBe('ok');
    const address = onTheHost.address();
    const port = typeof address === 'object' ? address?.port : 0;
    expect(await inPod(`wget -qO- http://${cluster.nodeAddress}:${port}/`)).toBe('the host');
  });

  it('is the same cluster again after every process was killed', { timeout: 5 * minutes }, async () => {
    const kubeconfig = await readFile(cluster.kubeconfigPath, 'utf8');
    for (const { pid } of cluster.processes) process.kill(pid, 'SIGKILL');
    await cluster.stop();
    cluster = await start();
    await podRuns();
    expect(await readFile(cluster.kubeconfigPath, 'utf8')).toBe(kubeconfig);
    // The pod may run a moment before kube-proxy has written the service's rules anew.
    const healthz = () => inPod('wget -qO- --no-check-certificate https://10.96.0.1/healthz').catch(() => 'not yet');
    await expect.poll(healthz, { timeout: minutes, interval: 1_000 }).toBe('ok');
  });

  it('leaves no process, mount, interface or cgroup behind', { timeout: 2 * minutes }, async () => {
    const [node] = cluster.nodes;
    await cluster.stop();
    expect(cluster.processes.filter((one) => one.running())).toEqual([]);
    expect(existsSync(`/proc/${node?.initPid}`)).toBe(false);
    expect(await readFile('/proc/self/mountinfo', 'utf8')).not.toContain(home);
    expect(await readFile('/proc/net/dev', 'utf8')).not.toContain(networkFrom(ports).bridge);
    const cgroups = await readdir('/sys/fs/cgroup', { recursive: true }).catch(() => []);
    expect(cgroups.filter((name) => name.includes(`oriel-${ports.etcdClient}`))).toEqual([]);
  });
});
