import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAuthority, issueServer } from '@oriel/ingest/certificates';
import type { ApiAccess } from '@oriel/k8s/api-access';
import { Agent, request } from 'undici';

/** What to do with a request instead of passing it on. */
export type Verdict = { readonly status: number; readonly headers?: Record<string, string> } | 'hang' | 'pass';

/** Stands before a real API server: can be gone, slow or in a bad mood, and notes what it was asked. */
export class ApiProxy {
  readonly seen: { readonly at: number; readonly method: string; readonly path: string }[] = [];
  decide: (method: string, path: string, token: string | undefined) => Verdict = () => 'pass';
  /** How worker and tests reach the cluster through it. */
  readonly access: ApiAccess;
  readonly #server: Server;
  readonly #agent: Agent;
  readonly #target: string;
  readonly #host: string;
  readonly #port: number;

  private constructor(given: { server: Server; access: ApiAccess; target: ApiAccess; host: string; port: number }) {
    this.#server = given.server;
    this.#target = given.target.server;
    this.#host = given.host;
    this.#port = given.port;
    this.access = given.access;
    this.#agent = new Agent({
      connect: {
        ca: given.target.caPem,
        cert: given.target.clientCertificate?.certPem,
        key: given.target.clientCertificate?.keyPem,
      },
    });
    this.#server.on('request', (incoming, response) => void this.#handle(incoming, response));
  }

  /** Listens on the cluster's own address, so that it is a cluster like any other. */
  static async start(target: ApiAccess): Promise<ApiProxy> {
    const { hostname: host } = new URL(target.server);
    const authority = await createAuthority('proxy');
    const { certPem, keyPem } = await issueServer(authority, [host]);
    const server = createServer({ cert: certPem, key: keyPem });
    server.listen(0, host);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const access = { server: `https://${host}:${port}`, caPem: authority.certPem, token: 'through-the-proxy' };
    return new ApiProxy({ server, access, target, host, port });
  }

  async goDown(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async comeBack(): Promise<void> {
    this.#server.listen(this.#port, this.#host);
    await once(this.#server, 'listening');
  }

  async stop(): Promise<void> {
    await this.goDown();
    await this.#agent.destroy();
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = incoming;
    this.seen.push({ at: Date.now(), method, path: url });
    const verdict = this.decide(method, url, incoming.headers.authorization?.replace('Bearer ', ''));
    if (verdict === 'hang') return;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    if (verdict !== 'pass') return void response.writeHead(verdict.status, verdict.headers).end('{}');
    const { 'content-type': type, accept } = incoming.headers;
    try {
      const answer = await request(`${this.#target}${url}`, {
        method: method as 'GET',
        dispatcher: this.#agent,
        headers: { ...(type && { 'content-type': type }), ...(accept && { accept }) },
        body: chunks.length === 0 ? null : Buffer.concat(chunks),
      });
      response.writeHead(answer.statusCode, { 'content-type': String(answer.headers['content-type'] ?? '') });
      response.end(Buffer.from(await answer.body.arrayBuffer()));
    } catch {
      response.destroy();
    }
  }
}
