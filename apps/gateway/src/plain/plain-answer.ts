import { EventEmitter } from 'node:events';
import { type OutgoingHttpHeaders, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Answer } from '../asked.ts';

export interface PlainAnswerOptions {
  /** Lines, each with its end, that every answer carries which begins now. */
  readonly everyHead: () => string;
  /** The answer went out whole, and the connection can carry another one. */
  readonly onDone: () => void;
}

const unwritable = /[^\t\x20-\x7e\x80-\xff]/;
const lastChunk = '0\r\n\r\n';

/** An answer to a plain request, straight to its connection: head and body in one write where the body is at hand. */
export class PlainAnswer extends EventEmitter implements Answer {
  readonly #socket: Socket;
  readonly #options: PlainAnswerOptions;
  /** Waits for the first bytes of the body. */
  #head: string | undefined;
  #isMeasured = false;
  #isBodiless = false;
  #isChunked = false;
  #isClosed = false;
  headersSent = false;
  /** All of it has been written; perhaps not all has gone out. */
  isEnded = false;

  constructor(socket: Socket, options: PlainAnswerOptions) {
    super();
    this.#socket = socket;
    this.#options = options;
  }

  get destroyed(): boolean {
    return this.#isClosed || this.#socket.destroyed;
  }

  /** @throws TypeError for values that would end their line, as Node does. */
  writeHead(status: number, head: string[] | OutgoingHttpHeaders): void {
    if (this.headersSent) throw new Error('The head of this answer has been written.');
    let text = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'unknown'}\r\n${this.#options.everyHead()}`;
    let isDated = false;
    const named = Array.isArray(head) ? head : Object.entries(head).flat();
    for (let index = 0; index < named.length; index += 2) {
      const name = named[index] as string;
      const value = String(named[index + 1]);
      if (unwritable.test(value)) throw new TypeError(`The header ${name} of an answer holds what no header may hold.`);
      if (name === 'date') isDated = true;
      else if (name === 'content-length') this.#isMeasured = true;
      text += `${name}: ${value}\r\n`;
    }
    // What follows their head would be taken for the next answer (RFC 9112, 6.3).
    this.#isBodiless = status === 204 || status === 304;
    if (this.#isBodiless) this.#isMeasured = true;
    this.#head = isDated ? text : `${text}date: ${new Date().toUTCString()}\r\n`;
    this.headersSent = true;
  }

  write(chunk: Buffer): boolean {
    const socket = this.#socket;
    if (this.destroyed || this.isEnded || this.#isBodiless || chunk.length === 0) return true;
    socket.cork();
    this.flushHeaders();
    if (this.#isChunked) socket.write(`${chunk.length.toString(16)}\r\n`, 'latin1');
    let isTaken = socket.write(chunk);
    if (this.#isChunked) isTaken = socket.write('\r\n', 'latin1');
    socket.uncork();
    return isTaken;
  }

  end(given: Buffer | string = '', encoding: 'utf8' | 'latin1' = 'utf8'): void {
    if (this.destroyed || this.isEnded) return;
    const body = this.#isBodiless ? '' : given;
    const socket = this.#socket;
    const head = this.#head;
    if (head === undefined) {
      this.write(bytesOf(body, encoding));
      this.isEnded = true;
      socket.write(this.#isChunked ? lastChunk : '', 'latin1', this.#finish);
      return;
    }
    this.isEnded = true;
    this.#head = undefined;
    const length = this.#isMeasured ? '' : `content-length: ${Buffer.byteLength(body, encoding)}\r\n`;
    if (typeof body === 'string' && encoding === 'latin1') {
      // A head is Latin-1 as well.
      socket.write(`${head}${length}\r\n${body}`, 'latin1', this.#finish);
      return;
    }
    socket.cork();
    socket.write(`${head}${length}\r\n`, 'latin1');
    socket.write(bytesOf(body, encoding), this.#finish);
    socket.uncork();
  }

  /** Without a length, what follows comes in chunks (RFC 9112, 7.1). */
  flushHeaders(): void {
    const head = this.#head;
    if (head === undefined) return;
    this.#head = undefined;
    this.#isChunked = !this.#isMeasured;
    this.#socket.write(`${head}${this.#isChunked ? 'transfer-encoding: chunked\r\n' : ''}\r\n`, 'latin1');
  }

  destroy(): void {
    this.#socket.destroy();
  }

  /** The connection is gone, or carries other answers from now on. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.emit('close');
  }

  readonly #finish = (error?: Error | null): void => {
    if (error || this.destroyed) return;
    this.close();
    this.#options.onDone();
  };
}

function bytesOf(body: Buffer | string, encoding: 'utf8' | 'latin1'): Buffer {
  return typeof body === 'string' ? Buffer.from(body, encoding) : body;
}
