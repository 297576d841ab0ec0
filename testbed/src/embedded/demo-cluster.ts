import { setTimeout as sleep } from 'node:timers/promises';
import { type RealClusterOptions, startCluster } from '../cluster/start-cluster.ts';
import type { RunningCluster } from '../cluster/types.ts';
import { type ManagedProcess, tail } from '../process/managed-process.ts';
import type { Stoppable } from './stack.ts';
import { restartDelayMs, type Watcher } from './supervise.ts';

export interface KeptCluster extends Stoppable {
  /** The cluster of the moment; it has the same address, keys and state after a restart. */
  readonly cluster: RunningCluster;
}

/** A cluster whose processes depend on each other: when one ends unasked, all of it is stopped and started again. */
export async function keepCluster(options: RealClusterOptions, watcher: Watcher): Promise<KeptCluster> {
  const stopping = new AbortController();
  let cluster = await startCluster(options);

  async function keepRunning(): Promise<void> {
    for (let failures = 1; ; failures++) {
      const { name, logFile } = await firstToEnd(cluster.processes);
      if (stopping.signal.aborted) return;
      const delay = restartDelayMs(failures);
      watcher.onCrash({ name, how: 'unasked', logFile, end: tail(logFile), retryInSeconds: delay / 1000 });
      await cluster.stop();
      await sleep(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      const again = await startCluster({ ...options, signal: stopping.signal }).catch(() => undefined);
      if (again) {
        cluster = again;
        watcher.onRestarted(options.name);
      }
    }
  }

  const loop = keepRunning();
  return {
    get cluster() {
      return cluster;
    },
    async stop() {
      stopping.abort();
      await cluster.stop();
      await loop;
    },
  };
}

async function firstToEnd(processes: readonly ManagedProcess[]): Promise<ManagedProcess> {
  return Promise.race(processes.map(async (one) => one.exited.then(() => one)));
}
