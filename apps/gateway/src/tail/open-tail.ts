import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { storeRefused, storeUnavailable } from '@oriel/seed-client/failure';
import { openTail } from '@oriel/seed-client/tail';
import { type WebSocket, WebSocketServer } from 'ws';
import { admitTail } from '../admit.ts';
import { toOrielError } from '../answer.ts';
import type { Grant, Grants } from '../grants.ts';
import { checkLogLimits } from '../log-limits.ts';
import { readHead } from '../request-head.ts';
import { pathOf, type Route } from '../route.ts';
import type { KeyedCredential } from '../shown-credential.ts';
import { refuseUpgrade } from './refuse-upgrade.ts';
import { closeWith, relay } from './relay.ts';
import type { Tails } from './tails.ts';

export interface TailOptions {
  readonly grants: Grants;
  readonly tails: Tails;
  readonly publicOrigin: string;
  readonly onFailure: (cause: unknown, requestId: string) => void;
}

/** A request to become a WebSocket, as Node's server hands it over. */
export interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  /** What came behind the head. */
  readonly head: Buffer;
  readonly requestId: string;
}

interface Admitted {
  readonly grant: Grant;
  readonly credential: KeyedCredential;
  readonly route: Route;
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

/** The live tail: who may, how much of it, and for as long as they may. */
export function createTailApi({ grants, tails, publicOrigin, onFailure }: TailOptions) {
  return function tail(upgrade: Upgrade, route: Route): void {
    const { request, socket, requestId } = upgrade;
    socket.on('error', () => socket.destroy());
    open(upgrade, route).catch((cause: unknown) => {
      const error = toOrielError(cause);
      if (error.code === 'internal') onFailure(cause, requestId);
      refuseUpgrade(socket, error, requestId);
    });

    async function open(from: Upgrade, to: Route): Promise<void> {
      const credential = admitTail(request, readHead(request.rawHeaders), publicOrigin);
      const grant = await grants.find(credential, to);
      if (!from.socket.destroyed) await connect(from, { grant, credential, route: to });
    }
  };

  /** Settles when the client has its tail. */
  function connect(upgrade: Upgrade, { grant, credential, route }: Admitted): Promise<void> {
    const { request, socket, head } = upgrade;
    const { upstream, asker, degraded } = grant;
    const ready = Promise.withResolvers<void>();
    let client: WebSocket | undefined;
    const end = (code: number, reason: string) => {
      store.terminate();
      if (client) closeWith(client, code, reason);
      // What waits for a slow reader stands before the close frame, and must not reach it either.
      setTimeout(() => socket.destroy(), client ? farewellMs : 0);
    };
    const forget = tails.add({ credential, route, userId: asker.userId, upstream, end });
    socket.once('close', forget);
    const params = new URLSearchParams((request.url as string).slice(pathOf(request.url as string).length));
    checkLogLimits([params], Date.now());
    const store = openTail(upstream, params);
    store.on('error', (cause) => ready.reject(storeUnavailable('logs', upstream.seedName, cause)));
    socket.once('close', () => store.terminate());
    store.once('unexpected-response', (_request, answer) => {
      text(answer)
        .then((body) => storeRefused('logs', upstream.seedName, { status: answer.statusCode ?? 502, body }))
        .then(ready.reject, ready.reject)
        .finally(() => store.terminate());
    });
    store.once('open', () => {
      // Said and taken back within the call below: the server is everybody's.
      const mark = (headers: string[]) => headers.push('X-Oriel-Degraded: 1');
      if (degraded) server.on('headers', mark);
      server.handleUpgrade(request, socket, head, (opened) => {
        client = opened;
        relay(opened, store);
      });
      server.off('headers', mark);
      ready.resolve();
    });
    return ready.promise;
  }
}
