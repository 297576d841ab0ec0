import type { IncomingMessage } from 'node:http';
import type { PlainRequest } from './plain/plain-request.ts';
import { type RequestHead, readHead } from './request-head.ts';

/** A request to read something, whoever has read it from its connection. */
export type Asked = IncomingMessage | PlainRequest;

/** Its headers, as far as anybody here looks at them. */
export function headOf(request: Asked): RequestHead {
  return 'head' in request ? request.head : readHead(request.rawHeaders);
}
