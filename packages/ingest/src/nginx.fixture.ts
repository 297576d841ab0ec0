import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Agent, request } from 'node:https';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Authority, createAuthority, type IssuedCertificate, issueServer } from './certificates.ts';
import { nginxArguments, publishTenantMap, writeIngestFolder } from './files.ts';
import { renderNginxConfig } from './nginx-config.ts';
import { type IngestGrant, renderTenantMap } from './tenant-map.ts';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** An upstream that notes what arrives and answers as the test says. */
export class Upstream {
  readonly seen: Seen[] = [];
  answer: (request: Seen, response: ServerResponse) => void = (_, response) => response.writeHead(204).end();
  port = 0;
  #server: Server | undefined;

  async start(port = this.port): Promise<void> {
    const server = createServer(async (incoming, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const { method = '', url = '', headers, rawHeaders } = incoming;
      const seen = { method, url, headers, rawHeaders, body: Buffer.concat(chunks) };
      this.seen.push(seen);
      this.answer(seen, response);
    });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => (this.#server === undefined ? resolve(undefined) : this.#server.close(resolve)));
    this.#server = undefined;
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Call {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: Buffer | string;
  readonly certificate?: Pick<IssuedCertificate, 'certPem' | 'keyPem'>;
  /** Without one each call has a connection of its own. */
  readonly agent?: Agent;
}

/** The real nginx with our configuration, and three upstreams behind it. */
export class NginxFixture {
  readonly logs = new Upstream();
  readonly metrics = new Upstream();
  readonly remoteConfig = new Upstream();
  directory = '';
  port = 0;
  #process: ChildProcess | undefined;

  readonly authority: Authority;
  private constructor(authority: Authority) {
    this.authority = authority;
  }

  static async start(grants: readonly IngestGrant[]): Promise<NginxFixture> {
    const fixture = new NginxFixture(await createAuthority('Oriel seed under test'));
    fixture.directory = await mkdtemp(join(tmpdir(), 'oriel-ingest-'));
    fixture.port = await freePort();
    for (const upstream of [fixture.logs, fixture.metrics, fixture.remoteConfig]) await upstream.start();
    await writeIngestFolder(fixture.directory, {
      config: renderNginxConfig({
        listen: [`127.0.0.1:${fixture.port}`],
        logsUrl: `http://127.0.0.1:${fixture.logs.port}`,
        metricsUrl: `http://127.0.0.1:${fixture.metrics.port}`,
        remoteConfigUrl: `http://127.0.0.1:${fixture.remoteConfig.port}`,
        ...(userInfo().uid === 0 ? { user: 'root' } : {}),
      }),
      server: await issueServer(fixture.authority, ['localhost', '127.0.0.1']),
      caPem: fixture.authority.certPem,
      remoteConfigToken: 'secret-of-the-test-0123456789abcdef',
    });
    await publishTenantMap(fixture.directory, renderTenantMap(grants));
    fixture.#process = spawn('nginx', nginxArguments(fixture.directory), { stdio: 'ignore' });
    await fixture.#untilListening();
    return fixture;
  }

  async grant(grants: readonly IngestGrant[]): Promise<void> {
    await publishTenantMap(this.directory, renderTenantMap(grants));
  }

  async call({ method = 'POST', path, headers = {}, body, certificate, agent }: Call): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: this.port,
          method,
          path,
          headers,
          agent: agent ?? false,
          ca: this.authority.certPem,
          ...(certificate === undefined ? {} : { cert: certificate.certPem, key: certificate.keyPem }),
        },
        async (response) => {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk as Buffer);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  async stop(): Promise<void> {
    const running = this.#process;
    if (running?.exitCode === null) {
      running.kill('SIGTERM');
      await once(running, 'exit');
    }
    for (const upstream of [this.logs, this.metrics, this.remoteConfig]) await upstream.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  async #untilListening(): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt++) {
      if (await canConnect(this.port)) return;
      if (this.#process?.exitCode !== null) break;
      await wait(50);
    }
    throw new Error(`nginx did not start:\n${await readFile(join(this.directory, 'logs/error.log'), 'utf8')}`);
  }
}

export async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
