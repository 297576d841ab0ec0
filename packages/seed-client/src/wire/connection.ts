import { connect, type Socket } from 'node:net';
import type { Dispatcher } from 'undici';
import { type ResponseEvents, type ResponseHeaders, ResponseParser } from './response-parser.ts';

/** A request whose head is ready for the wire. */
export interface Outgoing {
  readonly head: string;
  readonly body: Buffer | null;
  readonly handler: Dispatcher.DispatchHandler;
}

export interface ConnectionOwner {
  /** The connection can take the next request. */
  onFree(connection: Connection): void;
  /** The connection is gone. `unanswered` came to nothing because an idle connection had been closed: ask again. */
  onGone(connection: Connection, unanswered: Outgoing | undefined): void;
}

/**
 * Everything is read into one buffer and handled before the next read of any connection: libuv fills it and calls back
 * at once. Handlers copy what they keep.
 */
const readBuffer = Buffer.allocUnsafeSlow(64 * 1024);

/** Of one answer, before others get their turn: libuv would go on for two megabytes, and all others wait meanwhile. */
const mostPerTurn = readBuffer.length;

/** One kept-alive connection to a store. It is also what a handler steers its answer by. */
export class Connection implements ResponseEvents, Dispatcher.DispatchController {
  readonly #owner: ConnectionOwner;
  readonly #socket: Socket;
  readonly #parser = new ResponseParser(this);
  #current: Outgoing | undefined;
  #isSent = false;
  #answered = 0;
  #takenThisTurn = 0;
  #rests = false;
  /** When something last happened here, on the pool's clock; -1 for "since its last tick". */
  lastActiveTick = -1;
  isConnected = false;
  paused = false;
  aborted = false;
  reason: Error | null = null;

  constructor(owner: ConnectionOwner, host: { readonly hostname: string; readonly port: number }) {
    this.#owner = owner;
    this.#socket = connect({
      host: host.hostname,
      port: host.port,
      noDelay: true,
      onread: { buffer: readBuffer, callback: (length: number) => this.#take(length) },
    });
    this.#socket.once('connect', () => {
      this.isConnected = true;
    });
    this.#socket.once('end', () => {
      if (this.#parser.finish()) this.#socket.destroy();
    });
    this.#socket.once('error', (cause) => this.#fail(cause));
    this.#socket.once('close', () => this.#gone());
  }

  get isBusy(): boolean {
    return this.#current !== undefined;
  }

  /** Bytes of an answer are on their way. */
  get hasBegun(): boolean {
    return this.#parser.hasBegun;
  }

  send(outgoing: Outgoing): void {
    this.#current = outgoing;
    this.lastActiveTick = -1;
    this.#parser.reset();
    this.#isSent = false;
    this.paused = false;
    outgoing.handler.onRequestStart?.(this, {});
    if (this.#current !== outgoing) {
      // Its client has gone while it waited for a connection. Many may have: not one inside the other.
      queueMicrotask(() => this.#owner.onFree(this));
      return;
    }
    this.#isSent = true;
    const socket = this.#socket;
    if (outgoing.body === null) {
      socket.write(outgoing.head, 'latin1');
      return;
    }
    socket.cork();
    socket.write(outgoing.head, 'latin1');
    socket.write(outgoing.body);
    socket.uncork();
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    if (!this.paused) return;
    this.paused = false;
    if (!this.#rests) this.#socket.resume();
  }

  /** Ends the store's work on this answer: HTTP/1.1 knows no other way than to close. */
  abort(reason: Error): void {
    if (!this.#isSent) {
      const unsent = this.#current;
      this.#current = undefined;
      unsent?.handler.onResponseError?.(this, reason);
      return;
    }
    this.aborted = true;
    this.reason = reason;
    this.#fail(reason);
    this.#socket.destroy();
  }

  /** For connections without work. */
  close(): void {
    this.#socket.destroy();
  }

  onHead(status: number, headers: ResponseHeaders): void {
    this.#current?.handler.onResponseStart?.(this, status, headers);
  }

  onBody(bytes: Buffer): void {
    this.#current?.handler.onResponseData?.(this, bytes);
  }

  onEnd(): void {
    const done = this.#current;
    this.#current = undefined;
    this.#answered++;
    done?.handler.onResponseEnd?.(this, {});
  }

  #take(length: number): boolean {
    this.lastActiveTick = -1;
    try {
      this.#parser.execute(length === readBuffer.length ? readBuffer : readBuffer.subarray(0, length));
    } catch (cause) {
      this.#fail(cause as Error);
      this.#socket.destroy();
      return false;
    }
    if (this.#current === undefined) {
      this.#takenThisTurn = 0;
      if (this.#parser.canGoOn) this.#owner.onFree(this);
      else this.#socket.destroy();
      return true;
    }
    this.#takenThisTurn += length;
    if (this.#takenThisTurn >= mostPerTurn) this.#rest();
    return !this.paused && !this.#rests;
  }

  #rest(): void {
    this.#rests = true;
    setImmediate(() => {
      this.#rests = false;
      this.#takenThisTurn = 0;
      if (!this.paused) this.#socket.resume();
    });
  }

  #fail(cause: Error): void {
    const failed = this.#current;
    if (failed === undefined || this.#canAskAgain()) return;
    this.#current = undefined;
    failed.handler.onResponseError?.(this, cause);
  }

  /** The store closed this connection while it was idle, just when it was used again. */
  #canAskAgain(): boolean {
    return this.#answered > 0 && !this.#parser.hasBegun && !this.aborted;
  }

  #gone(): void {
    const unanswered = this.#current !== undefined && this.#canAskAgain() ? this.#current : undefined;
    if (!unanswered) this.#fail(new Error('The store closed the connection before its answer was complete.'));
    this.#current = undefined;
    this.#owner.onGone(this, unanswered);
  }
}
