import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { renderBootstrap } from '@oriel/agent-config/render';
import { testDatabase } from '@oriel/db/testing/postgres';
import { createAuthority, issueAgent } from '@oriel/ingest/certificates';
import { publishTenantMap, reloadNginx } from '@oriel/ingest/files';
import { renderTenantMap } from '@oriel/ingest/tenant-map';
import { bound } from '@oriel/testbed/embedded/bound';
import { homePaths } from '@oriel/testbed/embedded/home';
import { ensurePart } from '@oriel/testbed/parts/ensure';
import { freePort } from '@oriel/testbed/process/free-port';
import { answers, type ManagedProcess, startProcess } from '@oriel/testbed/process/managed-process';
import { startIngestNginx } from '@oriel/testbed/seed/start-ingest';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ingestToken, type RunningGateway, startTestGateway } from '../testing/gateway-under-test.ts';
import { createCluster, createProject, createSeed } from '../testing/rows.ts';

// Real agents, as in a cluster: their bootstrap file, their certificate, the seed's nginx with mutual TLS before the
// gateway. Polls come every 10 s.

const database = testDatabase();
let home: string;
let alloy: string;
let gateway: RunningGateway;
let nginx: { stop(): Promise<void> };
let remoteConfigPort: number;
let bootstrap: string;
let clusterId: string;
const agents: ManagedProcess[] = [];

beforeAll(async () => {
  alloy = await ensurePart('alloy');
  home = await mkdtemp(join(tmpdir(), 'oriel-agents-'));
  const ingest = await freePort();
  remoteConfigPort = await freePort();
  const { db } = database;
  const stores = { logsUrl: 'http://127.0.0.1:9', metricsUrl: 'http://127.0.0.1:9' };
  const seedId = await createSeed(db, 'seed', stores);
  clusterId = await createCluster(db, {
    name: 'shop-eu-1',
    projectId: await createProject(db, 'shop', seedId),
    seedId,
  });
  const authority = await createAuthority('test');
  nginx = await startIngestNginx({
    home,
    authority,
    listen: ['127.0.0.1'],
    ports: { ingest, remoteConfig: remoteConfigPort, lokiHttp: 9, mimirHttp: 9 },
    remoteConfigToken: ingestToken,
  });
  await publishTenantMap(homePaths(home).ingest, renderTenantMap([{ clusterId, orgId: 'shop-org' }]));
  await reloadNginx(homePaths(home).ingest);
  const agent = await issueAgent(authority, clusterId);
  const tls = join(home, 'tls');
  await mkdir(tls);
  await writeFile(join(tls, 'ca.crt'), authority.certPem);
  await writeFile(join(tls, 'tls.crt'), agent.certPem);
  await writeFile(join(tls, 'tls.key'), agent.keyPem);
  bootstrap = join(home, 'logs.alloy');
  const text = renderBootstrap({ url: `https://127.0.0.1:${ingest}`, caPem: '' }, 'logs');
  await writeFile(bootstrap, text.replaceAll('/etc/oriel/tls', tls));
  gateway = await startTestGateway(database.url, undefined, { remoteConfigPort });
}, 1_800_000);

afterAll(async () => {
  await Promise.all(agents.map((agent) => agent.stop()));
  await gateway?.close();
  await nginx?.stop();
  await rm(home, { recursive: true, force: true });
});

/** Starts the agent of a node; its disk cache is the node's, as on a hostPath. */
async function startAgent(node: string): Promise<{ process: ManagedProcess; port: number }> {
  const port = await freePort();
  const started = await startProcess(
    bound({
      name: `alloy-${node}`,
      command: alloy,
      args: [
        'run',
        bootstrap,
        `--storage.path=${join(home, node)}`,
        `--server.http.listen-addr=127.0.0.1:${port}`,
        '--disable-reporting',
      ],
      env: { ...process.env, NODE_NAME: node },
      logFile: join(home, `${node}.log`),
      ready: answers(`http://127.0.0.1:${port}/-/ready`),
    }),
  );
  agents.push(started);
  return { process: started, port };
}

const collector = (node: string) => database.db.collector.findFirst({ where: { clusterId, node } });

async function reports(node: string, expected: Record<string, unknown>): Promise<void> {
  await vi.waitFor(async () => expect(await collector(node)).toMatchObject(expected), {
    timeout: 30_000,
    interval: 200,
  });
}

async function loadedConfiguration(port: number): Promise<boolean> {
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return /^remotecfg_last_load_successful 1$/m.test(metrics) && /^remotecfg_hash\{hash="\w+"\} 1$/m.test(metrics);
}

describe('agents behind the seed’s nginx', () => {
  it('report what they made of their configuration right after they got it', async () => {
    await startAgent('node-1');
    await reports('node-1', { collectorId: 'logs/node-1', role: 'logs', status: 'APPLIED', version: 'v1.19.0' });
  });

  it('report a configuration they cannot run, with the reason, and the way back', async () => {
    // Where the pipeline looks for the certificate there is none on this machine.
    await database.db.cluster.update({ where: { id: clusterId }, data: { loggingEnabled: true } });
    await reports('node-1', { status: 'FAILED', statusMessage: expect.stringContaining('/etc/oriel/tls/ca.crt') });
    await database.db.cluster.update({ where: { id: clusterId }, data: { loggingEnabled: false } });
    await reports('node-1', { status: 'APPLIED', statusMessage: null });
  });

  it('start while the control plane is away: a known node and one that was never there', async () => {
    await agents[0]?.stop();
    await vi.waitFor(async () => expect(await collector('node-1')).toBeNull(), { timeout: 5_000 });
    await gateway.close();
    for (const node of ['node-1', 'node-2']) {
      const { process: agent, port } = await startAgent(node);
      await vi.waitFor(async () => expect(await loadedConfiguration(port)).toBe(true), {
        timeout: 20_000,
        interval: 250,
      });
      expect(agent.running()).toBe(true);
    }
    gateway = await startTestGateway(database.url, undefined, { remoteConfigPort });
    await reports('node-2', { status: 'APPLIED' });
  });
});
