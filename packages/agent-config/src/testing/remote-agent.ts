import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { bound } from '@oriel/testbed/embedded/bound';
import { ensureDebian } from '@oriel/testbed/parts/debian';
import { ensurePart } from '@oriel/testbed/parts/ensure';
import { freePort } from '@oriel/testbed/process/free-port';
import { answers, type ManagedProcess, startProcess } from '@oriel/testbed/process/managed-process';
import { startKeepingPositions } from '../../../k8s/src/manifests/log-positions.ts';

/** An Alloy that runs as in a cluster: started by the DaemonSet's script, with its pipeline from remote configuration. */
export class RemoteAgent {
  readonly #server: Server;
  readonly #command: string;
  readonly #args: readonly string[];
  readonly #folder: string;
  readonly #port: number;
  #alloy: ManagedProcess | undefined;

  private constructor(server: Server, parts: { folder: string; alloy: string; busybox: string; port: number }) {
    const { folder, alloy, busybox, port } = parts;
    const storage = join(folder, 'state');
    this.#server = server;
    this.#folder = folder;
    this.#port = port;
    this.#command = busybox;
    this.#args = [
      ...['sh', '-c', startKeepingPositions({ busybox, storage, port }), 'sh'],
      ...[alloy, 'run', join(folder, 'remote.alloy'), `--storage.path=${storage}`],
      ...[`--server.http.listen-addr=127.0.0.1:${port}`, '--disable-reporting'],
    ];
  }

  /** Answers for remote configuration; `bootstrap` is what goes into `remote.alloy`. */
  static async prepare(folder: string, pipeline: string): Promise<{ agent: RemoteAgent; bootstrap: string }> {
    const [alloy, { busybox = '' }] = [await ensurePart('alloy'), await ensureDebian(['busybox'])];
    const server = createServer((request, response) => {
      request.resume();
      const body = request.url?.endsWith('/GetConfig') === true ? configResponse(pipeline) : '';
      response.writeHead(200, { 'content-type': 'application/proto' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const bootstrap = `remotecfg {\n\turl = "${url}"\n\tid = "logs/node-1"\n\tpoll_frequency = "10s"\n}\n`;
    return { agent: new RemoteAgent(server, { folder, alloy, busybox, port: await freePort() }), bootstrap };
  }

  get deliveredFile(): string {
    return join(this.#folder, 'state', 'delivered.tsv');
  }

  async start(): Promise<void> {
    this.#alloy = await startProcess(
      bound({
        name: 'alloy',
        command: this.#command,
        args: this.#args,
        env: { ...process.env, NODE_NAME: 'node-1' },
        logFile: join(this.#folder, 'alloy.log'),
        ready: answers(`http://127.0.0.1:${this.#port}/-/ready`),
      }),
    );
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (!this.#alloy) return;
    process.kill(this.#alloy.pid, signal);
    await this.#alloy.exited;
    this.#alloy = undefined;
  }

  async stop(): Promise<void> {
    await this.end('SIGKILL');
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** GetConfigResponse of collector.proto with its field 1, the content. */
function configResponse(content: string): Buffer {
  const bytes = Buffer.from(content);
  const length: number[] = [];
  for (let rest = bytes.length; ; rest >>>= 7) {
    if (rest < 128) {
      length.push(rest);
      return Buffer.concat([Buffer.from([0x0a, ...length]), bytes]);
    }
    length.push((rest & 127) | 128);
  }
}
