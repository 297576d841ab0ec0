/** The body's bytes, undefined where there is none; stops reading at the limit whatever the headers promise. */
export async function readBody(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined | 'too_large'> {
  if (request.body === null) return undefined;
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return 'too_large';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (size > maxBytes) return 'too_large';
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
