import type { IncomingMessage } from 'node:http';
import type { PlainRequest } from './plain/plain-request.ts';

/** A request to read something, whoever has read it from its connection. */
export type Asked = IncomingMessage | PlainRequest;
