import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { OrielError } from '@oriel/domain/errors';
import { errorAnswer } from '../answer.ts';

/** Answers in plain HTTP that this becomes no WebSocket. */
export function refuseUpgrade(socket: Duplex, error: OrielError, requestId: string): void {
  if (socket.destroyed) return;
  const { headers, body } = errorAnswer(error, requestId);
  const lines = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}\r\n${lines.join('')}\r\n${body}`);
}
