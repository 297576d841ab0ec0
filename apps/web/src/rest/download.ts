import { Readable } from 'node:stream';

/** A file that is made while it is sent. Over tRPC it cannot be read: it belongs to a route with `download`. */
export interface Download {
  readonly contentType: string;
  readonly fileName: string;
  readonly chunks: AsyncIterable<string>;
}

/** Made only as fast as it is taken, and no further once the reader has gone. */
export function downloadResponse({ contentType, fileName, chunks }: Download, headers: Headers): Response {
  headers.set('content-type', contentType);
  headers.set('content-disposition', `attachment; filename="${fileName}"`);
  return new Response(Readable.toWeb(Readable.from(encoded(chunks))) as ReadableStream, { headers });
}

async function* encoded(chunks: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(chunk);
}
