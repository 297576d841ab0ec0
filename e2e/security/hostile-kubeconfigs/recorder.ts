import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import { type Authority, issueServer } from '@oriel/ingest/certificates';
import { goodAddress, port, zone } from './place.ts';

export interface Recorder {
  /** Connections per local address and port, TLS or not. */
  readonly connections: Map<string, number>;
  close(): void;
}

/**
 * An API server that says yes to everything on every address of the trial's network, with a certificate that every
 * kubeconfig trusts: what is connected to succeeds, so that nothing but the product's own checks can prevent it.
 */
export async function startRecorder(authority: Authority): Promise<Recorder> {
  const { certPem, keyPem } = await issueServer(authority, [goodAddress, `good.${zone}`]);
  const connections = new Map<string, number>();
  const servers: Server[] = [];
  for (const listened of [port, 443, 3128, 5432, 10_250]) {
    const server = createServer({ cert: certPem, key: keyPem }, (request, response) => {
      const [, target] = /^\/redirect\/([\w-]+)/.exec(request.url ?? '') ?? [];
      request.resume();
      if (target !== undefined) {
        response
          .writeHead(302, {
            location: Buffer.from(target, 'base64url')
              .toString('latin1')
              .replace(/[^\x21-\x7e]/g, ''),
          })
          .end();
        return;
      }
      response.setHeader('content-type', 'application/json');
      // No kept connection: each later use has to look the name up again.
      response.setHeader('connection', 'close');
      if (request.url?.includes('/namespaces/')) response.statusCode = 404;
      response.end(
        JSON.stringify({ gitVersion: 'v1.34.4', items: [], status: { allowed: true, userInfo: { username: 'x' } } }),
      );
    });
    server.on('connection', ({ localAddress = '', localPort }: Socket) => {
      const key = `${localAddress.replace(/^::ffff:(?=\d+\.)/, '')} ${localPort}`;
      connections.set(key, (connections.get(key) ?? 0) + 1);
    });
    server.on('tlsClientError', () => undefined);
    server.listen(listened, '::');
    await once(server, 'listening');
    servers.push(server);
  }
  return {
    connections,
    close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
