import type { Dispatcher } from 'undici';
import type { Answer } from './asked.ts';

export type Headers = Record<string, string | string[] | undefined>;

export interface ExchangeOptions {
  /** Names and values in turn of what the client gets to see. */
  readonly headOf: (status: number, headers: Headers, controller: Dispatcher.DispatchController) => string[];
  /** Answers for a server that failed before the first byte of its answer. */
  readonly fail: (cause: Error) => void;
  /** Bytes are lent for as long as the call takes (WirePool): what is written from them is copied first. */
  readonly isLent?: boolean;
}

/** Where a copy begins to cost more than a second buffer. */
const largestText = 16 * 1024;

/**
 * One answer on its way from a server behind us to a client, untouched: what comes is written, a slow client pauses
 * the server, a client that goes away ends its work, and a server that breaks off breaks the client's connection off
 * as well, so that half an answer is never taken for a whole one.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #response: Answer;
  readonly #options: ExchangeOptions;
  #controller: Dispatcher.DispatchController | undefined;
  #head: string[] = [];
  #status = 0;
  #length = -1;
  #done = false;

  constructor(response: Answer, options: ExchangeOptions) {
    this.#response = response;
    this.#options = options;
    response.on('close', () => this.#onClose());
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#response.destroyed) controller.abort(new Error('The client has gone.'));
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: Headers): void {
    // Early hints and the like are between the two of us.
    if (status < 200) return;
    this.#status = status;
    this.#head = this.#options.headOf(status, headers, controller);
    const length = headers['content-length'];
    if (typeof length === 'string') this.#length = Number(length);
    else if (String(headers['content-type']).startsWith('text/event-stream')) {
      this.#writeHead();
      this.#response.flushHeaders();
    }
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const response = this.#response;
    if (this.#writeHead() && chunk.length === this.#length) {
      this.#done = true;
      // Head and body leave in one packet; as text of one byte a character they are one write as well.
      if (chunk.length <= largestText) response.end(chunk.toString('latin1'), 'latin1');
      else response.end(this.#own(chunk));
      return;
    }
    if (!response.write(this.#own(chunk))) {
      controller.pause();
      response.once('drain', () => {
        if (!this.#done) controller.resume();
      });
    }
  }

  onResponseEnd(): void {
    if (this.#done) return;
    this.#done = true;
    this.#writeHead();
    this.#response.end();
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    if (this.#done) return;
    this.#done = true;
    if (this.#response.destroyed) return;
    if (this.#response.headersSent) this.#response.destroy();
    else this.#options.fail(cause);
  }

  #own(chunk: Buffer): Buffer {
    return this.#options.isLent ? Buffer.from(chunk) : chunk;
  }

  /** True the first time. */
  #writeHead(): boolean {
    if (this.#response.headersSent) return false;
    this.#response.writeHead(this.#status, this.#head);
    return true;
  }

  #onClose(): void {
    if (this.#done) return;
    this.#done = true;
    this.#controller?.abort(new Error('The client has gone.'));
  }
}
