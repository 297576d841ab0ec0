import { narrowRequest } from '@oriel/query-scope/request';
import { WebSocket } from 'ws';
import type { Upstream } from './upstream.ts';

const path = '/loki/api/v1/tail';
/** Loki sends at most ten entries in a message; a line has 256 KiB at most. */
const largestMessage = 8 * 1024 * 1024;

/**
 * A live tail of the log store, on its way: what comes of it is told by the socket's events. The query is narrowed to
 * what the target's scope may read. Throws OrielError where it cannot be.
 */
export function openTail(target: Upstream, params: URLSearchParams): WebSocket {
  const narrowed = narrowRequest({ store: 'logs', path, params }, target.reach);
  const headers: Record<string, string> = {};
  for (let index = 0; index < target.headers.length; index += 2) {
    headers[target.headers[index] as string] = target.headers[index + 1] as string;
  }
  return new WebSocket(`${target.origin.replace(/^http/, 'ws')}${target.prefix}${path}?${narrowed.params}`, {
    headers,
    followRedirects: false,
    handshakeTimeout: 10_000,
    maxPayload: largestMessage,
    perMessageDeflate: false,
  });
}
