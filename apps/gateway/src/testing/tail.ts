import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { WebSocket } from 'ws';
import type { ReadWorld } from './read-world.ts';

export interface TestTail {
  readonly socket: WebSocket;
  readonly messages: string[];
  /** Code and reason of its end. */
  readonly closed: Promise<readonly [number, string]>;
  /** It was opened while PostgreSQL was away. */
  readonly degraded: boolean;
}

type GatewayOf = Pick<ReadWorld, 'gateway'>;

const addressOf = ({ gateway }: GatewayOf, query: string, of: string) =>
  `${gateway.origin.replace('http', 'ws')}/api/${of}/loki/api/v1/tail?query=${encodeURIComponent(query)}`;

/** An open tail; rejects with the status and the sentence where it is refused. */
export function openTestTail(
  world: GatewayOf,
  headers: Record<string, string>,
  { query = '{app="api"}', slug = 'shop', of }: { query?: string; slug?: string; of?: string } = {},
): Promise<TestTail> {
  const socket = new WebSocket(addressOf(world, query, of ?? `projects/${slug}`), { headers });
  const messages: string[] = [];
  const closed = Promise.withResolvers<readonly [number, string]>();
  let degraded = false;
  socket.once('upgrade', ({ headers }) => {
    degraded = headers['x-oriel-degraded'] === '1';
  });
  socket.on('message', (data) => messages.push(String(data)));
  socket.on('close', (code, reason) => closed.resolve([code, String(reason)]));
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve({ socket, messages, closed: closed.promise, degraded }));
    socket.on('error', reject);
    socket.once('unexpected-response', (_request, response: IncomingMessage) => {
      void text(response).then((body) => {
        reject(new Error(`${response.statusCode} ${(JSON.parse(body) as { error: string }).error}`));
        socket.terminate();
      });
    });
  });
}
