import type { Socket } from 'node:net';
import { PlainAnswer, type PlainAnswerOptions } from './plain-answer.ts';
import { PlainReader, type PlainRequest } from './plain-request.ts';

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

/** Node, too, keeps some and leaves the rest unread. */
const mostEarly = 64 * 1024;

/** One client's connection for as long as it carries plain requests, one at a time. */
export class PlainConnection {
  readonly #owner: PlainConnectionOwner;
  readonly #socket: Socket;
  readonly #reader: PlainReader;
  #answer: PlainAnswer | undefined;
  readonly #answerOptions: PlainAnswerOptions;
  /** What came while an answer was on its way. */
  #early: Buffer[] = [];
  #earlyBytes = 0;
  /** Nothing that still comes is heard. */
  #isOver = false;
  hasAsked = false;
  /** Looks of the door's clock since it carried something. */
  idleLooks = 0;

  constructor(owner: PlainConnectionOwner, socket: Socket) {
    this.#owner = owner;
    this.#socket = socket;
    this.#reader = new PlainReader(socket);
    this.#answerOptions = { everyHead: () => owner.everyHead, onDone: this.#onDone };
    socket.on('data', this.#onData);
    socket.on('drain', this.#onDrain);
    socket.on('end', this.#onEnd);
    socket.on('error', this.#onError);
    socket.on('close', this.#onClose);
  }

  get isBusy(): boolean {
    return this.#answer !== undefined;
  }

  destroy(): void {
    this.#socket.destroy();
  }

  readonly #onData = (bytes: Buffer): void => {
    if (this.#isOver) return;
    if (this.#answer !== undefined) {
      this.#early.push(bytes);
      this.#earlyBytes += bytes.length;
      // Not at once: only who reads on hears that a client leaves.
      if (this.#earlyBytes > mostEarly) this.#socket.pause();
      return;
    }
    const request = this.#reader.read(bytes);
    if (request === undefined || !this.#begin(request)) this.#handOver([bytes]);
  };

  #begin(request: PlainRequest): boolean {
    const answer = new PlainAnswer(this.#socket, this.#answerOptions);
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
    if (this.#owner.isClosing) this.#end();
    // Whoever does not wait for an answer before asking again is Node's business.
    else if (this.#early.length > 0) this.#handOver(this.#early);
  };

  #end(): void {
    const socket = this.#socket;
    if (this.#early.length === 0) {
      socket.end(() => socket.destroy());
      return;
    }
    // Closing with bytes unread would reset the connection, and take from the client what is on its way to it.
    this.#isOver = true;
    socket.end();
    socket.resume();
  }

  #handOver(bytes: readonly Buffer[]): void {
    const socket = this.#socket;
    socket.off('data', this.#onData);
    socket.off('drain', this.#onDrain);
    socket.off('end', this.#onEnd);
    socket.off('error', this.#onError);
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

  /** A client that says no more gets what has been written, and waits for nothing else: Node takes it like this, too. */
  readonly #onEnd = (): void => {
    if (this.#answer?.isEnded) this.#socket.end();
    else this.#socket.destroy();
  };

  readonly #onError = (): void => {
    this.#socket.destroy();
  };

  readonly #onClose = (): void => {
    this.#answer?.close();
    this.#answer = undefined;
    this.#owner.onGone(this);
  };
}
