import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { searchFolders } from '../parts/env.ts';
import { executablesIn } from '../parts/files.ts';

/** From util-linux and iproute2, which every distribution has under these names. */
const tools = ['unshare', 'nsenter', 'setpriv', 'mount', 'ip', 'sh'];

/** @throws what is missing for a cluster on this machine, in words for whoever typed the command. */
export async function assertMachineFits(home: string, name: string): Promise<void> {
  if (process.platform !== 'linux') {
    throw new Error('The testbed runs a Kubernetes node, which needs Linux.');
  }
  if (process.getuid?.() !== 0) {
    throw new Error('The testbed makes network interfaces, mounts and cgroups: run it as root (sudo).');
  }
  if (!/^[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?$/.test(name)) {
    throw new Error(`"${name}" cannot be a cluster's name: lower-case letters, digits and dashes, up to 32.`);
  }
  for (const hidden of ['/run', '/var/run', '/var/lib', '/var/log']) {
    if (`${resolve(home)}/`.startsWith(`${hidden}/`)) {
      throw new Error(`The home ${home} is below ${hidden}, which a node replaces by its own. Choose another one.`);
    }
  }
  await access('/proc/self/ns/net').catch(() => {
    throw new Error('This kernel has no network namespaces, which a node is made of.');
  });
  const missing: string[] = [];
  for (const tool of tools) if ((await executablesIn(searchFolders(), tool)).length === 0) missing.push(tool);
  if (missing.length > 0) {
    throw new Error(`Missing on PATH: ${missing.join(', ')} (Debian packages util-linux, mount, iproute2).`);
  }
}
