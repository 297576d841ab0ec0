/** Header values by lower-case name; repeated ones are joined by commas. */
export type ResponseHeaders = Record<string, string>;

export interface ResponseEvents {
  onHead(status: number, headers: ResponseHeaders): void;
  /** The bytes are a view on the read buffer, valid until the call returns. */
  onBody(bytes: Buffer): void;
  onEnd(): void;
}

type State = 'head' | 'length' | 'size' | 'chunk' | 'chunk-end' | 'trailer' | 'close' | 'done';

const headEnd = Buffer.from('\r\n\r\n');
const lineEnd = Buffer.from('\r\n');
const largestHead = 64 * 1024;
const empty = Buffer.alloc(0);

/**
 * HTTP/1.1 responses of a store, one after another (RFC 9112). Strict where leniency would let two readers disagree on
 * where a response ends: anything unclear throws, and the connection is then given up.
 */
export class ResponseParser {
  readonly #events: ResponseEvents;
  #state: State = 'head';
  #left = 0;
  #rest: Buffer = empty;
  #keepsAlive = false;
  /** Bytes of the present response have come. */
  hasBegun = false;

  constructor(events: ResponseEvents) {
    this.#events = events;
  }

  /** The response is complete and the connection can take another request. */
  get canGoOn(): boolean {
    return this.#state === 'done' && this.#keepsAlive;
  }

  reset(): void {
    this.#state = 'head';
    this.hasBegun = false;
  }

  execute(read: Buffer): void {
    let bytes = read;
    if (this.#rest.length > 0) {
      bytes = Buffer.concat([this.#rest, read]);
      this.#rest = empty;
    }
    this.hasBegun = true;
    while (bytes.length > 0) {
      const taken = this.#step(bytes);
      if (taken === 0) {
        if (bytes.length > largestHead) throw new Error('The store sent a head or chunk line without an end.');
        // A copy: the read buffer is used again.
        this.#rest = Buffer.from(bytes);
        return;
      }
      bytes = taken === bytes.length ? empty : bytes.subarray(taken);
    }
  }

  /** The peer closed: true where that is the proper end of the response. */
  finish(): boolean {
    if (this.#state !== 'close') return false;
    this.#end();
    return true;
  }

  /** Takes what it can from the front; 0 asks for more bytes. */
  #step(bytes: Buffer): number {
    switch (this.#state) {
      case 'head':
        return this.#takeHead(bytes);
      case 'length':
      case 'chunk':
        return this.#takeBody(bytes);
      case 'close':
        this.#events.onBody(bytes);
        return bytes.length;
      case 'size':
        return this.#takeSize(bytes);
      case 'chunk-end':
        return this.#takeChunkEnd(bytes);
      case 'trailer':
        return this.#takeTrailer(bytes);
      case 'done':
        throw new Error('The store sent more than its response.');
    }
  }

  #takeHead(bytes: Buffer): number {
    const end = bytes.indexOf(headEnd);
    if (end === -1) return 0;
    const head = bytes.toString('latin1', 0, end);
    const [, minor, code] = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: [^\r\n]*)?(?:\r\n|$)/.exec(head) ?? [];
    if (code === undefined) throw new Error('The store did not answer in HTTP/1.1.');
    const status = Number(code);
    const headers = parseFields(head);
    if (status < 200) {
      if (status === 101) throw new Error('The store wants another protocol.');
      return end + headEnd.length;
    }
    this.#keepsAlive = minor === '1' && !/\bclose\b/i.test(headers.connection ?? '');
    this.#choose(status, headers);
    this.#events.onHead(status, headers);
    if (this.#state === 'length' && this.#left === 0) this.#end();
    return end + headEnd.length;
  }

  /** How the body ends (RFC 9112, 6.3). */
  #choose(status: number, headers: ResponseHeaders): void {
    const length = headers['content-length'];
    const coding = headers['transfer-encoding'];
    if (coding !== undefined) {
      if (coding.toLowerCase() !== 'chunked' || length !== undefined)
        throw new Error('The store sent a body of unclear length.');
      this.#state = 'size';
    } else if (status === 204 || status === 304) {
      this.#state = 'length';
      this.#left = 0;
    } else if (length !== undefined) {
      if (!/^\d{1,15}$/.test(length)) throw new Error('The store sent a body of unclear length.');
      this.#state = 'length';
      this.#left = Number(length);
    } else {
      this.#state = 'close';
      this.#keepsAlive = false;
    }
  }

  #takeBody(bytes: Buffer): number {
    const part = bytes.length > this.#left ? bytes.subarray(0, this.#left) : bytes;
    this.#left -= part.length;
    this.#events.onBody(part);
    if (this.#left === 0) {
      if (this.#state === 'chunk') this.#state = 'chunk-end';
      else this.#end();
    }
    return part.length;
  }

  #takeSize(bytes: Buffer): number {
    const end = bytes.indexOf(lineEnd);
    if (end === -1) return 0;
    const [, digits] = /^([0-9a-f]{1,12})(?:[ \t]*;[^\r\n]*)?$/i.exec(bytes.toString('latin1', 0, end)) ?? [];
    if (digits === undefined) throw new Error('The store sent a chunk of unclear length.');
    this.#left = Number.parseInt(digits, 16);
    this.#state = this.#left === 0 ? 'trailer' : 'chunk';
    return end + lineEnd.length;
  }

  #takeChunkEnd(bytes: Buffer): number {
    if (bytes.length < 2) return 0;
    if (bytes[0] !== 13 || bytes[1] !== 10) throw new Error('The store sent a chunk longer than it said.');
    this.#state = 'size';
    return 2;
  }

  #takeTrailer(bytes: Buffer): number {
    const end = bytes.indexOf(lineEnd);
    if (end === -1) return 0;
    if (end === 0) this.#end();
    return end + lineEnd.length;
  }

  #end(): void {
    this.#state = 'done';
    this.#events.onEnd();
  }
}

const fieldName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const bareLineEnd = /[^\r]\n|\r(?!\n)|\0/;
/** Stores send the same few names for ever. */
const knownNames = new Map<string, string>();

function parseFields(head: string): ResponseHeaders {
  if (bareLineEnd.test(head)) throw malformed();
  const headers: ResponseHeaders = {};
  let at = head.indexOf('\r\n');
  while (at !== -1) {
    const from = at + 2;
    at = head.indexOf('\r\n', from);
    const colon = head.indexOf(':', from);
    if (colon === -1 || (at !== -1 && colon > at)) throw malformed();
    const written = head.slice(from, colon);
    const name = knownNames.get(written) ?? nameOf(written);
    const value = head.slice(colon + 1, at === -1 ? head.length : at).trim();
    const before = headers[name];
    if (before === undefined) headers[name] = value;
    else if (name !== 'content-length') headers[name] = `${before}, ${value}`;
    else if (before !== value) throw new Error('The store sent two lengths.');
  }
  return headers;
}

/** Folded lines and spaces before the colon fail here. */
function nameOf(written: string): string {
  if (!fieldName.test(written) || written === '__proto__') throw malformed();
  const name = written.toLowerCase();
  if (knownNames.size < 1_000) knownNames.set(written, name);
  return name;
}

function malformed(): Error {
  return new Error('The store sent a malformed header.');
}
