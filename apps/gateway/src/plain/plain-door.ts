import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { PlainAnswer } from './plain-answer.ts';
import { PlainConnection, type PlainConnectionOwner } from './plain-connection.ts';
import type { PlainRequest } from './plain-request.ts';

export interface PlainDoorOptions {
  /** Begins the answer to a request; false where it is not one of those that are answered here. */
  readonly take: (request: PlainRequest, answer: PlainAnswer) => boolean;
  /** Lines, each with its end, that every answer carries. */
  readonly everyHead: string;
  /** How long a connection may wait with its first request, in milliseconds; the server's own limits are for what it gets. */
  readonly firstRequestWithinMs: number;
}

const lookEveryMs = 5_000;

/**
 * Stands before Node's parser and answers plain reads itself, in about a third of the time that they take through it
 * (docs/decisions/0013). Every other request goes to Node with its connection, as it came and for good: what is not
 * understood here is not judged here.
 */
export class PlainDoor implements PlainConnectionOwner {
  readonly #server: Server;
  readonly #options: PlainDoorOptions;
  readonly #connections = new Set<PlainConnection>();
  readonly #toNode: (socket: Socket) => void;
  isClosing = false;

  constructor(server: Server, options: PlainDoorOptions) {
    this.#server = server;
    this.#options = options;
    // What Node documents is to emit `connection` on a server that does not listen; its time limits start with listening.
    const [toNode] = server.listeners('connection') as ((socket: Socket) => void)[];
    if (!toNode) throw new Error('The server has nobody for its connections.');
    this.#toNode = toNode;
    server.removeAllListeners('connection');
    server.on('connection', (socket: Socket) => this.#connections.add(new PlainConnection(this, socket)));
    const clock = setInterval(() => this.#endIdle(), lookEveryMs).unref();
    server.once('close', () => clearInterval(clock));
  }

  get everyHead(): string {
    const { everyHead } = this.#options;
    if (this.isClosing) return `${everyHead}connection: close\r\n`;
    return `${everyHead}connection: keep-alive\r\nkeep-alive: timeout=${this.#server.keepAliveTimeout / 1_000}\r\n`;
  }

  take(request: PlainRequest, answer: PlainAnswer): boolean {
    return this.#options.take(request, answer);
  }

  handOver(connection: PlainConnection, socket: Socket): void {
    this.#connections.delete(connection);
    this.#toNode.call(this.#server, socket);
  }

  onGone(connection: PlainConnection): void {
    this.#connections.delete(connection);
  }

  /** From here on each connection ends as soon as it carries no answer. */
  closeIdleConnections(): void {
    this.isClosing = true;
    for (const connection of this.#connections) if (!connection.isBusy) connection.destroy();
  }

  closeAllConnections(): void {
    for (const connection of this.#connections) connection.destroy();
  }

  /** One clock for all of them: a timer per request would cost a good part of what is saved here. */
  #endIdle(): void {
    const { keepAliveTimeout } = this.#server;
    for (const connection of this.#connections) {
      const patienceMs = connection.hasAsked ? keepAliveTimeout : this.#options.firstRequestWithinMs;
      if (!connection.isBusy && connection.idleLooks++ * lookEveryMs >= patienceMs) connection.destroy();
    }
  }
}
