import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import process from 'node:process';
import type { ManagedProcess } from '../../process/managed-process.ts';
import { startBound } from '../children.ts';
import type { NodePaths } from '../paths.ts';
import { startedAt } from '../process-identity.ts';
import { sandboxScript } from './sandbox-script.ts';

export interface Sandbox {
  readonly initPid: number;
  readonly process: ManagedProcess;
}

/**
 * Makes the namespaces of a node. When their first process ends, however it ends, the kernel ends
 * every other process in them and drops their mounts, interfaces and firewall rules.
 *
 * @param init a static program that only waits and reaps: the pause program.
 */
export async function startSandbox(nodeName: string, paths: NodePaths, init: string, log: string): Promise<Sandbox> {
  for (const folder of [paths.root, paths.etc, paths.varLog, paths.varLib]) await mkdir(folder, { recursive: true });
  await Promise.all([rm(paths.initPid, { force: true }), rm(paths.ready, { force: true })]);
  const namespaces = ['--mount', '--net', '--pid', '--uts', '--fork', '--kill-child', '--propagation', 'slave'];
  const managed = await startBound({
    name: nodeName,
    command: 'unshare',
    args: [...namespaces, '--', 'sh', '-c', sandboxScript(nodeName, paths, init)],
    logFile: log,
    ready: async () => existsSync(paths.ready),
    // unshare leaves SIGTERM to its child.
    stopSignal: 'SIGKILL',
  });
  const initPid = Number(await readFile(paths.initPid, 'utf8'));
  return { initPid, process: { ...managed, stop: () => stopSandbox(managed, initPid) } };
}

/** Ended from the inside out: only then does the wait for unshare cover all processes of the node. */
async function stopSandbox(managed: ManagedProcess, initPid: number): Promise<void> {
  if (managed.running() && startedAt(initPid) !== undefined) {
    process.kill(initPid, 'SIGKILL');
    await managed.exited;
  }
  await managed.stop();
}
