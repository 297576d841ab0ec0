import { text } from 'node:stream/consumers';
import { storeRefused, storeUnavailable } from '@oriel/seed-client/failure';
import { type WebSocket, WebSocketServer } from 'ws';
import { toOrielError } from '../answer.ts';
import { checkLogLimits } from '../log-limits.ts';
import { pathOf } from '../route.ts';
import type { Upgrade } from './open-tail.ts';
import { refuseUpgrade } from './refuse-upgrade.ts';
import { closeWith, relay } from './relay.ts';
import type { OpenTail, Tails } from './tails.ts';

/** A store's half, on its way. */
export interface StoreTail {
  readonly seedName: string;
  readonly socket: WebSocket;
  /** What becomes of each message; undefined passes it on. */
  readonly mark?: ((message: Buffer) => Buffer) | undefined;
}

export interface Admitted extends Pick<OpenTail, 'userId' | 'isRight'> {
  readonly tails: Tails;
  readonly degraded: boolean;
  /** The tails of the stores that make this one. @throws OrielError where the query cannot be narrowed. */
  readonly open: (params: URLSearchParams) => readonly StoreTail[];
}

const farewellMs = 2_000;

/** Clients have nothing to say, and what they hear is small and often: compression would cost more than it saves. */
const server = new WebSocketServer({
  noServer: true,
  maxPayload: 1_024,
  perMessageDeflate: false,
  clientTracking: false,
  handleProtocols: () => false,
});

/** Opens a tail, or says why it cannot be. */
export function openOrRefuse(
  { socket, requestId }: Upgrade,
  onFailure: (cause: unknown, requestId: string) => void,
  open: () => Promise<void>,
): void {
  socket.on('error', () => socket.destroy());
  open().catch((cause: unknown) => {
    const error = toOrielError(cause);
    if (error.code === 'internal') onFailure(cause, requestId);
    refuseUpgrade(socket, error, requestId);
  });
}

/** Settles when the client has its tail: all stores that have a part in it have opened theirs. */
export async function connect(upgrade: Upgrade, { tails, degraded, userId, isRight, open }: Admitted): Promise<void> {
  const { request, socket, head } = upgrade;
  let client: WebSocket | undefined;
  let stores: readonly StoreTail[] = [];
  const terminate = () => {
    for (const store of stores) store.socket.terminate();
  };
  const end = (code: number, reason: string) => {
    terminate();
    if (client) closeWith(client, code, reason);
    // What waits for a slow reader stands before the close frame, and must not reach it either.
    setTimeout(() => socket.destroy(), client ? farewellMs : 0);
  };
  socket.once('close', tails.add({ userId, isRight, end }));
  const params = new URLSearchParams((request.url as string).slice(pathOf(request.url as string).length));
  checkLogLimits([params], Date.now());
  stores = open(params);
  socket.once('close', terminate);
  await Promise.all(stores.map(opened)).catch((cause: unknown) => {
    terminate();
    throw cause;
  });
  // Said and taken back within the call below: the server is everybody's.
  const mark = (headers: string[]) => headers.push('X-Oriel-Degraded: 1');
  if (degraded) server.on('headers', mark);
  server.handleUpgrade(request, socket, head, (upgraded) => {
    client = upgraded;
    relay(upgraded, stores);
  });
  server.off('headers', mark);
}

function opened({ seedName, socket }: StoreTail): Promise<void> {
  const ready = Promise.withResolvers<void>();
  socket.on('error', (cause) => ready.reject(storeUnavailable('logs', seedName, cause)));
  socket.once('unexpected-response', (_request, answer) => {
    text(answer)
      .then((body) => storeRefused('logs', seedName, { status: answer.statusCode ?? 502, body }))
      .then(ready.reject, ready.reject)
      .finally(() => socket.terminate());
  });
  socket.once('open', () => {
    // Until the others are there as well, nothing of it may be lost.
    socket.pause();
    ready.resolve();
  });
  return ready.promise;
}
