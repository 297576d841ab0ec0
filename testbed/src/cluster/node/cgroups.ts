import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Hierarchy {
  readonly path: string;
  readonly version: 1 | 2;
}

/** Where each hierarchy is mounted: one per controller in version 1, a single one in version 2. */
export function cgroupMounts(procMounts: string): Hierarchy[] {
  return procMounts.split('\n').flatMap((line): Hierarchy[] => {
    const [, path = '', type] = line.split(' ');
    if (type === 'cgroup') return [{ path, version: 1 }];
    return type === 'cgroup2' ? [{ path, version: 2 }] : [];
  });
}

const readMounts = async () => cgroupMounts(await readFile('/proc/mounts', 'utf8'));

/** A kubelet wants the root of its pods' cgroups to be there in every hierarchy. */
export async function createCgroup(name: string): Promise<void> {
  for (const { path, version } of await readMounts()) {
    if (version === 2) await delegate(path);
    await mkdir(join(path, name), { recursive: true });
  }
}

/** On a machine with version 2 the root hands down only what its init system asked for. */
async function delegate(root: string): Promise<void> {
  for (const controller of ['cpu', 'cpuset', 'io', 'memory', 'pids']) {
    // One that version 1 holds, or that the kernel lacks, cannot be had: kubelet says so if it matters.
    await writeFile(join(root, 'cgroup.subtree_control'), `+${controller}`).catch(() => undefined);
  }
}

/** Every process below the cgroup, as the host counts. */
export async function processesIn(name: string): Promise<number[]> {
  const found = new Set<number>();
  for (const { path } of await readMounts()) {
    for (const folder of await foldersBelow(join(path, name))) {
      const text = await readFile(join(folder, 'cgroup.procs'), 'utf8').catch(() => '');
      for (const pid of text.split('\n')) if (pid !== '') found.add(Number(pid));
    }
  }
  return [...found];
}

/** Only empty cgroups can be removed: call it when their processes are gone. */
export async function removeCgroup(name: string): Promise<void> {
  for (const { path } of await readMounts()) {
    const folders = await foldersBelow(join(path, name));
    for (const folder of folders.reverse()) await rmdir(folder).catch(() => undefined);
  }
}

/** Parents before children; nothing when there is no such folder. */
async function foldersBelow(root: string): Promise<string[]> {
  if (!existsSync(root)) return [];
  const folders = [root];
  for (const entry of await readdir(root, { withFileTypes: true }).catch(() => [])) {
    if (entry.isDirectory()) folders.push(...(await foldersBelow(join(root, entry.name))));
  }
  return folders;
}
