import { existsSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterPaths } from '../cluster/paths.ts';
import { isAlive } from '../cluster/process-identity.ts';
import { claim } from '../cluster/run-record.ts';
import { stopCluster } from '../cluster/stop-cluster.ts';
import { portsFrom } from '../ports.ts';
import { readRecord, removeRecord } from '../testbed/record.ts';
import type { CommandOptions } from './options.ts';

const patienceMs = 60_000;

/** Asks the supervisor to stop and waits until it has; clears up after one that was killed. */
export async function down({ home, port }: CommandOptions): Promise<void> {
  const record = readRecord(home);
  const { supervisor } = record ?? {};
  if (supervisor && isAlive(supervisor)) {
    process.kill(supervisor.pid, 'SIGTERM');
    for (let waited = 0; isAlive(supervisor) && waited < patienceMs; waited += 100) await sleep(100);
    if (!isAlive(supervisor)) return void process.stdout.write(`Stopped the testbed of ${home}.\n`);
    // Its children ask the kernel to be ended with it.
    process.kill(supervisor.pid, 'SIGKILL');
    while (isAlive(supervisor)) await sleep(100);
  }
  const ports = portsFrom(record?.port ?? port);
  for (const [name, own] of [['demo', ports.demo] as const, ['second', ports.second] as const]) {
    const paths = clusterPaths(home, name);
    if (!existsSync(paths.root)) continue;
    await claim(paths.runRecord);
    await stopCluster(own, paths, { controlPlane: [], nodes: [], agents: [] });
  }
  removeRecord(home);
  process.stdout.write(`Nothing of the testbed of ${home} runs any more.\n`);
}
