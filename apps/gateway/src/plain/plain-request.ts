import type { Socket } from 'node:net';
import type { RequestHead } from '../request-head.ts';
import { type PlainHeaders, readPlainHeaders } from './plain-headers.ts';

/** A request that is complete and leaves nothing to interpretation. What it shows is what Node's IncomingMessage shows. */
export interface PlainRequest {
  readonly socket: Socket;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
  /** The same, read. */
  readonly head: RequestHead;
  /** Of a POST, whole. */
  readonly body: Buffer | null;
}

/** Where a longer one begins, Node's parser reads it: it takes heads of up to 16 KiB. */
const largest = 8 * 1024;

const start = /^(GET|POST) (\/[\x21\x22\x24-\x7e]*) HTTP\/1\.1$/;

/** Reads the requests of one connection. */
export class PlainReader {
  readonly #socket: Socket;
  /** A program shows the same headers again and again; reading them is a good part of a request's own work here. */
  #lines = '';
  #headers: PlainHeaders | undefined;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /**
   * Reads a request that came in one piece: a GET without a body, or a POST with its length and just so many bytes. This
   * decides where no request ends: anything incomplete, anything behind it, each header about the connection or the form
   * of the body, every byte outside plain ASCII and every spelling that two parsers might read in two ways gives undefined,
   * and is left to Node's parser as it came (RFC 9112). So nothing is taken here that Node would read differently.
   */
  read(bytes: Buffer): PlainRequest | undefined {
    if (bytes.length > largest) return undefined;
    const text = bytes.toString('latin1');
    const startEnd = text.indexOf('\r\n');
    const end = text.indexOf('\r\n\r\n');
    if (end === -1) return undefined;
    const [, method, url] = start.exec(text.slice(0, startEnd)) ?? [];
    const headers = url === undefined ? undefined : this.#headersOf(text.slice(startEnd, end));
    if (url === undefined || headers === undefined) return undefined;
    const { raw: rawHeaders, head, length } = headers;
    const body = bytes.subarray(end + 4);
    const socket = this.#socket;
    if (method === 'POST') {
      return length === String(body.length) ? { socket, method, url, rawHeaders, head, body } : undefined;
    }
    const isBodiless = length === undefined && body.length === 0;
    return isBodiless ? { socket, method: 'GET', url, rawHeaders, head, body: null } : undefined;
  }

  #headersOf(lines: string): PlainHeaders | undefined {
    if (lines === this.#lines) return this.#headers;
    const headers = readPlainHeaders(lines);
    this.#lines = lines;
    this.#headers = headers;
    return headers;
  }
}
