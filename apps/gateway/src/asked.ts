import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { PlainRequest } from './plain/plain-request.ts';
import { type RequestHead, readHead } from './request-head.ts';

/** A request to read something, whoever has read it from its connection. */
export type Asked = IncomingMessage | PlainRequest;

/** Its headers, as far as anybody here looks at them. */
export function headOf(request: Asked): RequestHead {
  return 'head' in request ? request.head : readHead(request.rawHeaders);
}

/** What the read APIs use of Node's ServerResponse, which is one of these. */
export interface Answer {
  /** Nothing can be written any more: it is through, or its client has gone. */
  readonly destroyed: boolean;
  readonly headersSent: boolean;
  /** Names and values in turn, or an object of them. */
  writeHead(status: number, head: string[] | OutgoingHttpHeaders): unknown;
  /** False where the client reads more slowly than this; `drain` says when it has caught up. */
  write(chunk: Buffer): boolean;
  /** Text is written as UTF-8, or byte for byte as `latin1`. */
  end(): unknown;
  end(body: Buffer | string): unknown;
  end(body: string, encoding: 'latin1'): unknown;
  flushHeaders(): void;
  /** Breaks the connection off, so that half an answer is never taken for a whole one. */
  destroy(): unknown;
  /** `close` comes once, when `destroyed` becomes true. */
  on(event: 'close' | 'drain', listener: () => void): unknown;
  once(event: 'close' | 'drain', listener: () => void): unknown;
}
