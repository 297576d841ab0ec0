import { readdir, readFile, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename } from 'node:path';

/** One port that is about to be listened on. */
export interface PortUse {
  readonly port: number;
  /** For the message: `the front door`, `Loki`. */
  readonly what: string;
  readonly host?: string;
}

/** @throws when one of the ports is taken: which, by whom where the system tells, and what to do. */
export async function assertPortsFree(uses: readonly PortUse[], front: number): Promise<void> {
  const taken: PortUse[] = [];
  for (const use of uses) if (!(await isFree(use))) taken.push(use);
  const [first] = taken;
  if (!first) return;
  const owner = await ownerOf(first.port);
  const others =
    taken.length > 1
      ? ` (and ${taken
          .slice(1)
          .map(({ port }) => port)
          .join(', ')})`
      : '';
  throw new Error(
    `Port ${first.port}${others}, needed for ${first.what}, is in use${owner ? ` by ${owner}` : ''}. Stop that program, or take other ports: npm start -- --port ${front + 100}.`,
  );
}

function isFree({ port, host = '127.0.0.1' }: PortUse): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** `process 123 (node)`; Linux only, and only what this user may see. */
async function ownerOf(port: number): Promise<string | undefined> {
  const inodes = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of (await readFile(table, 'utf8').catch(() => '')).split('\n').slice(1)) {
      const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/);
      // 0A: listening (include/net/tcp_states.h).
      if (state === '0A' && Number.parseInt(local.split(':')[1] ?? '', 16) === port && inode)
        inodes.add(`socket:[${inode}]`);
    }
  }
  if (inodes.size === 0) return undefined;
  for (const pid of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(pid)) continue;
    for (const fd of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
      const target = await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '');
      if (!inodes.has(target)) continue;
      // Not its short name: Node calls itself by its thread's.
      const [command = ''] = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
      return `process ${pid} (${basename(command) || 'unknown'})`;
    }
  }
  return undefined;
}
