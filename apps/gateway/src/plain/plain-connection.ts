import type { Socket } from 'node:net';
import { PlainAnswer } from './plain-answer.ts';
import { type PlainRequest, readPlainRequest } from './plain-request.ts';

export interface PlainConnectionOwner {
  /** Begins the answer to a request; false where it is not one of those that are answered here. */
  take(request: PlainRequest, answer: PlainAnswer): boolean;
  /** Lines, each with its end, that every answer carries. */
  readonly everyHead: string;
  /** No further request is taken: a connection ends with the answer that it carries. */
  readonly isClosing: boolean;
  onGone(connection: PlainConnection): void;
  /** The connection is Node's from here on, and what has been read of it is given back. */
  handOver(connection: PlainConnection, socket: Socket): void;
}

/** One client's connection for as long as it carries plain requests, one at a time. */
export class PlainConnection {
  readonly #owner: PlainConnectionOwner;
  readonly #socket: Socket;
  #answer: PlainAnswer | undefined;
  /** What came while an answer was on its way. */
  #early: Buffer[] = [];
  hasAsked = false;
  /** Looks of the door's clock since it carried something. */
  idleLooks = 0;

  constructor(owner: PlainConnectionOwner, socket: Socket) {
    this.#owner = owner;
    this.#socket = socket;
    socket.on('data', this.#onData);
    socket.on('drain', this.#onDrain);
    socket.on('end', this.#onEnd);
    socket.on('error', this.#onEnd);
    socket.on('close', this.#onClose);
  }

  get isBusy(): boolean {
    return this.#answer !== undefined;
  }

  destroy(): void {
    this.#socket.destroy();
  }

  readonly #onData = (bytes: Buffer): void => {
    if (this.#answer !== undefined) {
      this.#early.push(bytes);
      this.#socket.pause();
      return;
    }
    const request = readPlainRequest(bytes);
    if (request === undefined || !this.#begin({ ...request, socket: this.#socket })) this.#handOver([bytes]);
  };

  #begin(request: PlainRequest): boolean {
    const answer = new PlainAnswer(this.#socket, { everyHead: this.#owner.everyHead, onDone: this.#onDone });
    this.#answer = answer;
    if (this.#owner.take(request, answer)) {
      this.hasAsked = true;
      return true;
    }
    this.#answer = undefined;
    return false;
  }

  readonly #onDone = (): void => {
    this.#answer = undefined;
    this.idleLooks = 0;
    if (this.#owner.isClosing) this.#socket.end(() => this.#socket.destroy());
    // Whoever does not wait for an answer before asking again is Node's business.
    else if (this.#early.length > 0) this.#handOver(this.#early);
  };

  #handOver(bytes: readonly Buffer[]): void {
    const socket = this.#socket;
    socket.off('data', this.#onData);
    socket.off('drain', this.#onDrain);
    socket.off('end', this.#onEnd);
    socket.off('error', this.#onEnd);
    socket.off('close', this.#onClose);
    // Paused first: a flowing stream would tell its listeners at once, and lose what it is given without any.
    socket.pause();
    socket.unshift(Buffer.concat(bytes));
    this.#owner.handOver(this, socket);
    socket.resume();
  }

  readonly #onDrain = (): void => {
    this.#answer?.emit('drain');
  };

  /** A client that says no more waits for nothing: Node takes it like this, too. */
  readonly #onEnd = (): void => {
    this.#socket.destroy();
  };

  readonly #onClose = (): void => {
    this.#answer?.close();
    this.#answer = undefined;
    this.#owner.onGone(this);
  };
}
