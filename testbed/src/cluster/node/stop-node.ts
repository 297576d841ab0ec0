import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { processesIn, removeCgroup } from './cgroups.ts';

/** What agents need to write down how far they have read. */
const graceMs = 5_000;
const sigterm = 1n << 14n;

/** Asks every container of a node to end, while its containerd can still note how. Kubelet must be gone. */
export async function endContainers(cgroup: string): Promise<void> {
  for (const pid of await processesIn(cgroup)) signal(pid, 'SIGTERM');
  const deadline = Date.now() + graceMs;
  while (Date.now() < deadline && (await processesIn(cgroup)).some(minds)) await sleep(50);
}

/** After the namespaces are gone: whatever is left in the cgroups, and the cgroups. */
export async function clearCgroup(cgroup: string): Promise<void> {
  const deadline = Date.now() + graceMs;
  for (;;) {
    const left = await processesIn(cgroup);
    if (left.length === 0 || Date.now() > deadline) break;
    for (const pid of left) signal(pid, 'SIGKILL');
    await sleep(50);
  }
  await removeCgroup(cgroup);
}

/**
 * Whether a process has a handler for SIGTERM. One that has none and is still there is the first
 * of its container, which the kernel spares: no use in waiting for it.
 */
function minds(pid: number): boolean {
  try {
    const caught = /^SigCgt:\s*([0-9a-f]+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    return (BigInt(`0x${caught}`) & sigterm) !== 0n;
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between being listed and being told.
  }
}
