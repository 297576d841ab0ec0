import { type Dispatcher, errors } from 'undici';
import { Connection, type Outgoing } from './connection.ts';

export interface WirePoolOptions {
  /** Connections at most; further requests wait for one. */
  readonly connections: number;
  readonly connectSeconds: number;
  /** Between sending a request and its first byte, and between two bytes. */
  readonly silenceSeconds: number;
  readonly idleSeconds: number;
}

/** A client that has stopped reading holds a store's answer no longer than this. */
const longestPauseSeconds = 600;
const mostWaiting = 10_000;

/**
 * Kept-alive connections to a plain-HTTP store, for the gateway's way through: the same `dispatch` as undici's Pool at
 * about half its processor time per request. It leaves out what queries never need (streams as request bodies, upgrades,
 * pipelining, TLS), and asks again by itself when a store closed an idle connection just as it was used: everything
 * that passes here may be asked twice. Interface and semantics are undici's, but that bytes are lent to a handler for as
 * long as its call takes; stores behind TLS use undici itself.
 */
export class WirePool {
  readonly #host: { readonly hostname: string; readonly port: number };
  readonly #hostLine: string;
  readonly #options: WirePoolOptions;
  readonly #all = new Set<Connection>();
  readonly #idle: Connection[] = [];
  #waiting: Outgoing[] = [];
  #clock: NodeJS.Timeout | undefined;
  #tick = 0;

  constructor(origin: string, options: WirePoolOptions) {
    const { hostname, port, host } = new URL(origin);
    this.#host = { hostname: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80) };
    this.#hostLine = `host: ${host}\r\n`;
    this.#options = options;
  }

  /** `headers` are names and values in turn, `body` a Buffer or null. Failures reach the handler, but for malformed requests. */
  dispatch({ path, method, headers, body }: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const outgoing: Outgoing = {
      head: this.#headOf(method, path, headers as string[], body as Buffer | null),
      body: body as Buffer | null,
      handler,
    };
    const free = this.#idle.pop();
    if (free) free.send(outgoing);
    else if (this.#all.size < this.#options.connections) this.#open().send(outgoing);
    else if (this.#waiting.length < mostWaiting) this.#waiting.push(outgoing);
    else handler.onResponseError?.(refused, new Error('Too many requests wait for this store.'));
    return true;
  }

  async destroy(): Promise<void> {
    clearInterval(this.#clock);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { handler } of waiting) handler.onResponseError?.(refused, new errors.ClientDestroyedError());
    for (const connection of [...this.#all]) {
      if (connection.isBusy) connection.abort(new errors.ClientDestroyedError());
      connection.close();
    }
  }

  onFree(connection: Connection): void {
    const next = this.#waiting.shift();
    if (next) connection.send(next);
    else this.#idle.push(connection);
  }

  onGone(connection: Connection, unanswered: Outgoing | undefined): void {
    this.#all.delete(connection);
    const at = this.#idle.indexOf(connection);
    if (at !== -1) this.#idle.splice(at, 1);
    const next = unanswered ?? this.#waiting.shift();
    if (next) this.#open().send(next);
    if (this.#all.size === 0) {
      clearInterval(this.#clock);
      this.#clock = undefined;
    }
  }

  #open(): Connection {
    const connection = new Connection(this, this.#host);
    this.#all.add(connection);
    this.#clock ??= setInterval(() => this.#onTick(), 1_000).unref();
    return connection;
  }

  #headOf(method: string, path: string, headers: readonly string[], body: Buffer | null): string {
    if (/[^\x21-\x7e]/.test(path) || path.charCodeAt(0) !== 47)
      throw new errors.InvalidArgumentError('invalid request path');
    let head = `${method} ${path} HTTP/1.1\r\n${this.#hostLine}`;
    for (let index = 0; index < headers.length; index += 2) {
      const value = headers[index + 1] as string;
      if (/[\r\n\0]/.test(value)) throw new errors.InvalidArgumentError(`invalid ${headers[index]} header`);
      head += `${headers[index]}: ${value}\r\n`;
    }
    return body === null ? `${head}\r\n` : `${head}content-length: ${body.length}\r\n\r\n`;
  }

  /** One timer for all time limits: a timer per request would cost more than the request's own work here. */
  #onTick(): void {
    this.#tick++;
    for (const connection of [...this.#all]) {
      if (connection.lastActiveTick === -1) {
        connection.lastActiveTick = this.#tick;
        continue;
      }
      const silent = this.#tick - connection.lastActiveTick;
      if (!connection.isBusy) {
        if (silent >= this.#options.idleSeconds) connection.close();
      } else if (!connection.isConnected) {
        if (silent >= this.#options.connectSeconds) connection.abort(new errors.ConnectTimeoutError());
      } else if (silent >= (connection.paused ? longestPauseSeconds : this.#options.silenceSeconds)) {
        connection.abort(connection.hasBegun ? new errors.BodyTimeoutError() : new errors.HeadersTimeoutError());
      }
    }
  }
}

/** For requests that never got a connection: there is nothing to steer. */
const refused: Dispatcher.DispatchController = {
  aborted: true,
  paused: false,
  reason: null,
  abort() {},
  pause() {},
  resume() {},
};
