import type { IncomingMessage } from 'node:http';
import { OrielError } from '@oriel/domain/errors';
import type { Asked } from './asked.ts';

// Queries and reports of agents are text of some kilobytes: a longer body is a mistake or an attack.
const mebibyte = 1024 * 1024;

/** The whole body of a request, at most `mebibytes` of it. Rejects with `too_large`, or `bad_input` where it breaks off. */
export function readBody(request: IncomingMessage, mebibytes = 1): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mebibytes * mebibyte) {
        chunks.push(chunk);
        return;
      }
      request.off('data', onData);
      // What is still on its way is read and forgotten, so that the answer can reach the client.
      request.resume();
      reject(new OrielError('too_large', `The request body is larger than ${mebibytes} MiB. Shorten it.`));
    };
    request.on('data', onData);
    request.once('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.once('error', (cause) => reject(new OrielError('bad_input', 'The request body broke off.', { cause })));
  });
}

/** The form of a POST; null for a GET. Rejects as `readBody` does. */
export function readForm(request: Asked): Promise<Buffer> | Buffer | null {
  if (request.method !== 'POST') return null;
  return 'body' in request ? request.body : readBody(request);
}
