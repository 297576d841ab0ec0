import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('\r\n0\r\n\r\n');

export interface Stub {
  readonly port: number;
  readonly requests: number;
  /** Requests that were not what the subject should have sent; the first of them, for the message. */
  readonly wrong: { count: number; first: string | undefined };
  close(): void;
}

/**
 * The store behind the subject: answers every request with the same body and looks at every request's head. Bare
 * sockets, so that the load's processor is never what limits the subject.
 */
export async function startStub(body: Buffer, check: (head: string) => boolean): Promise<Stub> {
  const answer = Buffer.concat([
    Buffer.from(
      `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nDate: ${new Date(0).toUTCString()}\r\nVary: Accept-Encoding\r\n\r\n`,
    ),
    body,
  ]);
  const wrong: Stub['wrong'] = { count: 0, first: undefined };
  const sockets = new Set<Socket>();
  let requests = 0;
  const server: Server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    let rest: Buffer | undefined;
    socket.on('data', (chunk) => {
      let bytes = rest ? Buffer.concat([rest, chunk]) : chunk;
      for (let end = bytes.indexOf(headEnd); end !== -1; end = bytes.indexOf(headEnd)) {
        const head = bytes.toString('latin1', 0, end);
        if (!check(head)) {
          wrong.count++;
          wrong.first ??= head;
        }
        requests++;
        socket.write(answer);
        bytes = bytes.subarray(end + headEnd.length);
      }
      rest = bytes.length > 0 ? bytes : undefined;
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    get requests() {
      return requests;
    },
    wrong,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** One kept-alive connection that asks one request at a time. `expected` undefined takes any body with status 200. */
export class Connection {
  readonly #socket: Socket;
  readonly #expected: Buffer | undefined;
  #pending: { resolve: (ok: boolean) => void; reject: (error: Error) => void } | undefined;
  #bytes: Buffer | undefined;
  #bodyAt = -1;
  #isChunked = false;
  #length = 0;

  private constructor(socket: Socket, expected: Buffer | undefined) {
    this.#socket = socket;
    this.#expected = expected;
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('error', (error) => this.#pending?.reject(error));
    socket.on('close', () => this.#pending?.reject(new Error('The connection was closed.')));
  }

  static open(port: number, expected: Buffer | undefined): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', reject);
      socket.once('connect', () => resolve(new Connection(socket, expected)));
    });
  }

  /** Resolves with whether the answer was 200 and, byte for byte, the expected one. */
  ask(request: Buffer): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject };
      this.#socket.write(request);
    });
  }

  get isOpen(): boolean {
    return this.#socket.readyState === 'open';
  }

  close(): void {
    this.#pending = undefined;
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    const bytes = this.#bytes ? Buffer.concat([this.#bytes, chunk]) : chunk;
    this.#bytes = bytes;
    if (this.#bodyAt === -1) {
      const end = bytes.indexOf(headEnd);
      if (end === -1) return;
      const head = bytes.toString('latin1', 0, end);
      const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
      this.#isChunked = /\r\ntransfer-encoding: *chunked/i.test(head);
      if (length === undefined && !this.#isChunked) throw new Error(`The subject answered without a length:\n${head}`);
      this.#length = Number(length);
      this.#bodyAt = end + headEnd.length;
    }
    // One request at a time: what ends with the last chunk is the whole answer.
    if (
      this.#isChunked
        ? !bytes.subarray(-lastChunk.length).equals(lastChunk)
        : bytes.length < this.#bodyAt + this.#length
    )
      return;
    const isOk =
      bytes.toString('latin1', 9, 12) === '200' &&
      (!this.#expected || this.#expected.equals(bytes.subarray(this.#bodyAt)));
    this.#bytes = undefined;
    this.#bodyAt = -1;
    const { resolve } = this.#pending ?? {};
    this.#pending = undefined;
    resolve?.(isOk);
  }
}

/** As many requests as `connections` kept-alive connections get answered until the time is over; `expected` as above. */
export async function closedLoop(options: {
  port: number;
  request: Buffer;
  expected: Buffer | undefined;
  connections: number;
  ms: number;
}) {
  const { port, request, expected, connections, ms } = options;
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(port, expected)));
  const until = performance.now() + ms;
  const counts = await Promise.all(
    open.map(async (connection) => {
      let good = 0;
      let bad = 0;
      while (performance.now() < until) (await connection.ask(request)) ? good++ : bad++;
      return { good, bad };
    }),
  );
  for (const connection of open) connection.close();
  return {
    good: counts.reduce((sum, { good }) => sum + good, 0),
    bad: counts.reduce((sum, { bad }) => sum + bad, 0),
  };
}
