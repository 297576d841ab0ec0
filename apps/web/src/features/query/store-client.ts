import { readFailure, StoreError, toStoreError } from './store-error.ts';

export type Params = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export interface Answer<Data> {
  readonly data: Data;
  /** Round trip, until the body is read. */
  readonly tookMs: number;
}

/** One store of one project, through the gateway on this page's own origin. The session cookie goes along. */
export class StoreClient {
  private readonly base: string;

  constructor(project: string, store: 'loki' | 'prometheus') {
    this.base = `/api/projects/${encodeURIComponent(project)}/${store}/api/v1`;
  }

  get<Data>(path: string, params: Params, signal?: AbortSignal): Promise<Answer<Data>> {
    return this.call(`${path}?${toForm(params)}`, { signal });
  }

  /** For queries, which may be longer than an address may be. */
  post<Data>(path: string, params: Params, signal?: AbortSignal): Promise<Answer<Data>> {
    return this.call(path, { method: 'POST', body: toForm(params), signal });
  }

  /** Where a WebSocket of this store is opened. */
  socketUrl(path: string, params: Params): string {
    const url = new URL(`${this.base}/${path}?${toForm(params)}`, window.location.origin);
    url.protocol = url.protocol.replace('http', 'ws');
    return url.href;
  }

  /** Throws StoreError; an abort rejects with the signal's own reason. */
  private async call<Data>(path: string, init: RequestInit): Promise<Answer<Data>> {
    const started = performance.now();
    try {
      const response = await fetch(`${this.base}/${path}`, { ...init, headers: { accept: 'application/json' } });
      const requestId = response.headers.get('x-request-id') ?? undefined;
      if (!response.ok) throw readFailure(response.status, await response.text(), requestId);
      const body = JSON.parse(await readText(response)) as { data: Data } | Data;
      return { data: unwrap(body), tookMs: performance.now() - started };
    } catch (cause) {
      if (init.signal?.aborted) throw cause;
      throw toStoreError(cause);
    }
  }
}

/**
 * Loki's index endpoints answer without the envelope that all others have; and where it found nothing,
 * its label endpoints answer with an envelope that has nothing in it.
 */
function unwrap<Data>(body: { data: Data } | Data): Data {
  if (typeof body !== 'object' || body === null || !('status' in body || 'data' in body)) return body as Data;
  return (body as { data: Data }).data;
}

/** More than this would freeze the page while it is read; a page of lines is a hundredth of it. */
const MOST_BYTES = 64 * 1024 * 1024;

async function readText(response: Response): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of readChunks(response.body)) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES)
      throw new StoreError('too-much', 'The answer is larger than 64 MiB, so it was not read to its end.');
    chunks.push(chunk);
  }
  const decoder = new TextDecoder();
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}

/** Ends the transfer when the reader stops early. */
async function* readChunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}

function toForm(params: Params): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one));
  }
  return form;
}
