import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { openTail } from '@oriel/seed-client/tail';
import { isSameUpstream } from '@oriel/seed-client/upstream';
import { admitTail } from '../admit.ts';
import type { Grants } from '../grants.ts';
import { readHead } from '../request-head.ts';
import type { Route } from '../route.ts';
import { connect, openOrRefuse } from './connect.ts';
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

/** The live tail: who may, how much of it, and for as long as they may. */
export function createTailApi({ grants, tails, publicOrigin, onFailure }: TailOptions) {
  return function tail(upgrade: Upgrade, route: Route): void {
    openOrRefuse(upgrade, onFailure, async () => {
      const { request, socket } = upgrade;
      const credential = admitTail(request, readHead(request.rawHeaders), publicOrigin);
      const { upstream, asker, degraded } = await grants.find(credential, route, request);
      if (socket.destroyed) return;
      const isRight = async () => isSameUpstream((await grants.find(credential, route)).upstream, upstream);
      const open = (params: URLSearchParams) => [{ seedName: upstream.seedName, socket: openTail(upstream, params) }];
      await connect(upgrade, { tails, degraded, userId: asker.userId, isRight, open });
    });
  };
}
