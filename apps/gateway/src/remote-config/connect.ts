import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { OrielError } from '@oriel/domain/errors';
import { readBody } from '../body.ts';

/** A message of the Connect protocol (unary, over plain HTTP): its bytes and how they are encoded. */
export interface ConnectMessage {
  readonly bytes: Buffer;
  readonly encoding: 'proto' | 'json';
}

/** Unpacked messages are bounded as well as packed ones. */
const largestMessage = 4 * 1024 * 1024;

/** https://connectrpc.com/docs/protocol: POST with a body, or GET with the message in the address. Throws OrielError. */
export async function readConnectMessage(request: IncomingMessage, search: string): Promise<ConnectMessage> {
  if (request.method === 'GET') return fromAddress(new URLSearchParams(search));
  if (request.method !== 'POST')
    throw new OrielError('bad_input', `Connect calls come by POST or GET, not by ${request.method}.`);
  const type = request.headers['content-type']?.split(';')[0]?.trim();
  const encoding = type === 'application/proto' ? 'proto' : type === 'application/json' ? 'json' : undefined;
  if (!encoding)
    throw new OrielError('bad_input', `Connect messages are application/proto or application/json, not ${type}.`);
  return { encoding, bytes: unpack(await readBody(request), request.headers['content-encoding']) };
}

function fromAddress(form: URLSearchParams): ConnectMessage {
  const encoding = form.get('encoding');
  if (encoding !== 'proto' && encoding !== 'json')
    throw new OrielError('bad_input', 'The call names no encoding (proto or json).');
  const message = form.get('message') ?? '';
  // Node takes both base64 alphabets, padded or not.
  const bytes = form.get('base64') === '1' ? Buffer.from(message, 'base64') : Buffer.from(message, 'utf8');
  return { encoding, bytes: unpack(bytes, form.get('compression') ?? undefined) };
}

function unpack(bytes: Buffer, compression: string | undefined): Buffer {
  if (compression === undefined || compression === '' || compression === 'identity') return bytes;
  if (compression !== 'gzip')
    throw new OrielError('bad_input', `Messages may be compressed by gzip, not by ${compression}.`);
  try {
    return gunzipSync(bytes, { maxOutputLength: largestMessage });
  } catch (cause) {
    throw new OrielError('bad_input', 'The message is not valid gzip, or unpacks to more than 4 MiB.', { cause });
  }
}

/** Connect's names for our codes. */
const connectCodes = {
  bad_input: 'invalid_argument',
  unauthenticated: 'unauthenticated',
  forbidden: 'permission_denied',
  not_found: 'not_found',
  conflict: 'aborted',
  too_large: 'resource_exhausted',
  rate_limited: 'resource_exhausted',
  internal: 'internal',
  upstream_failed: 'unavailable',
  unavailable: 'unavailable',
  timed_out: 'deadline_exceeded',
} as const;

export function connectError(error: OrielError): { status: number; body: string } {
  return { status: error.status, body: JSON.stringify({ code: connectCodes[error.code], message: error.message }) };
}
