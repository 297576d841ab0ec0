import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

interface Believed {
  readonly clusters: readonly [{ readonly cluster: Record<string, string> }];
  readonly users: readonly [
    { readonly user: Record<string, string> & { readonly exec?: { command: string; args: string[] } } },
  ];
}

/** A client that believes what it reads: opens the files, runs the program, connects wherever it is sent. */
export async function actNaively(text: string): Promise<void> {
  try {
    const { clusters, users } = JSON.parse(text) as Believed;
    const { cluster } = clusters[0];
    const { user } = users[0];
    for (const path of [cluster['certificate-authority'], user.tokenFile]) {
      if (path?.startsWith('/') && !path.startsWith('/dev')) readFileSync(path);
    }
    if (user.exec) spawnSync(user.exec.command, user.exec.args, { timeout: 1_000 });
    const { hostname, port } = new URL(cluster.server ?? '');
    await reach(hostname.replace(/^\[|\]$/g, ''), Number(port));
  } catch {
    // It is as careless about failures.
  }
}

function reach(host: string, port: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 300 });
    const end = () => {
      socket.destroy();
      resolve();
    };
    socket.once('connect', end).once('timeout', end).once('error', end);
  });
}
