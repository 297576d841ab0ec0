import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { PlainAnswer } from '../plain/plain-answer.ts';
import { PlainDoor } from '../plain/plain-door.ts';
import type { PlainRequest } from '../plain/plain-request.ts';

/** As a client sees it: each byte of the body is one character. */
export interface SeenAnswer {
  readonly status: number;
  /** Lines as they came, the first one among them. */
  readonly head: readonly string[];
  readonly body: string;
}

export interface SeenByNode {
  readonly method: string;
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

export interface PlainWorld {
  readonly server: Server;
  readonly door: PlainDoor;
  /** What the door was asked to take, and what Node got in the end. */
  readonly asked: string[];
  readonly byNode: SeenByNode[];
  /** How requests for /plain… are answered; every other one is refused. */
  answer: (answer: PlainAnswer, request: PlainRequest) => void;
  /** Between the head of a request that reaches Node and its body. */
  beforeBody: (request: IncomingMessage) => Promise<void> | void;
  connect(): Promise<RawClient>;
  /** Asks on a connection of its own, and gives the answer once it has been begun. */
  begin(url?: string): Promise<{ client: RawClient; answer: PlainAnswer }>;
  connections(): Promise<number>;
  /** @throws where a connection stays counted although its client has gone. */
  close(): Promise<void>;
}

export const get = (url: string, ...lines: string[]) =>
  `GET ${url} HTTP/1.1\r\n${['Host: x', ...lines].join('\r\n')}\r\n\r\n`;
export const post = (url: string, body: string) =>
  `POST ${url} HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
/** Long enough for anything that is under way on this machine to arrive. */
export const aWhile = () => new Promise<void>((resolve) => setTimeout(resolve, 40));
export const answerAtOnce = (answer: PlainAnswer, { url }: Pick<PlainRequest, 'url'>) => {
  answer.writeHead(200, ['content-type', 'text/plain']);
  answer.end(`plain ${url}`);
};

/** A door before a server of Node's, which answers what gets to it with `node` and its address. */
export async function startPlainWorld(): Promise<PlainWorld> {
  const server = createServer({ noDelay: true, keepAliveTimeout: 20_000 }, async (request, response) => {
    await world.beforeBody(request);
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk);
    const { method = '', url = '', rawHeaders } = request;
    world.byNode.push({ method, url, rawHeaders, body: Buffer.concat(body) });
    response.end(`node ${url}`);
  });
  // Each client that connects listens for a moment.
  server.setMaxListeners(0);
  const clients: RawClient[] = [];
  const begun = new EventEmitter();
  const door = new PlainDoor(server, {
    everyHead: 'x-every: 1\r\n',
    firstRequestWithinMs: 10_000,
    take(request, answer) {
      world.asked.push(`${request.method} ${request.url}`);
      if (!request.url.startsWith('/plain')) return false;
      world.answer(answer, request);
      begun.emit('answer', answer);
      return true;
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const world: PlainWorld = {
    server,
    door,
    asked: [],
    byNode: [],
    answer: answerAtOnce,
    beforeBody: () => undefined,
    async connect() {
      const accepted = once(server, 'connection');
      const client = new RawClient(port);
      clients.push(client);
      await Promise.all([accepted, once(client.socket, 'connect')]);
      return client;
    },
    async begin(url = '/plain') {
      const client = await world.connect();
      const answer = once(begun, 'answer');
      client.send(get(url));
      return { client, answer: (await answer)[0] as PlainAnswer };
    },
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    async close() {
      for (const { socket } of clients) socket.destroy();
      let left = await world.connections();
      for (let looks = 0; left > 0 && looks < 50; looks++) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        left = await world.connections();
      }
      server.closeAllConnections();
      door.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (left > 0) throw new Error(`${left} connections stay although their clients have gone.`);
    },
  };
  return world;
}

/** A client that says just what it is told to, and reads answers strictly. */
export class RawClient {
  readonly socket: Socket;
  readonly closed: Promise<void>;
  isClosed = false;
  readonly #arrivals = new EventEmitter();
  #received: Buffer[] = [];
  #length = 0;

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    // A connection that is reset has ended, as one that is closed.
    this.socket.on('error', () => undefined);
    this.socket.on('data', (chunk: Buffer) => {
      this.#received.push(chunk);
      this.#length += chunk.length;
      this.#arrivals.emit('news');
    });
    this.closed = new Promise((resolve) => {
      this.socket.once('close', () => {
        this.isClosed = true;
        this.#arrivals.emit('news');
        resolve();
      });
    });
  }

  send(bytes: string | Buffer): void {
    this.socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  }

  /** What came and has not been read as an answer. */
  get rest(): string {
    return Buffer.concat(this.#received).toString('latin1');
  }

  async receives(text: string): Promise<void> {
    while (!this.rest.includes(text)) await this.#news();
  }

  /** The next one, whole. @throws where the connection ends before that. */
  async answer(): Promise<SeenAnswer> {
    for (let needed = 1; ; ) {
      while (this.#length < needed) await this.#news();
      const text = this.rest;
      const read = readAnswer(text);
      if (typeof read !== 'number') {
        this.#received = [Buffer.from(text.slice(read.length), 'latin1')];
        this.#length = text.length - read.length;
        return read.answer;
      }
      needed = read;
    }
  }

  async ask(request: string): Promise<SeenAnswer> {
    this.send(request);
    return this.answer();
  }

  async #news(): Promise<void> {
    if (this.isClosed) throw new Error('The connection ended before its answer was complete.');
    await once(this.#arrivals, 'news');
  }
}

/** An answer and how long it is, or how many bytes it takes to look again. */
function readAnswer(text: string): { answer: SeenAnswer; length: number } | number {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return text.length + 1;
  const head = text.slice(0, end).split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head[0] as string)?.[1]);
  const fieldOf = (name: string) =>
    head.find((line) => line.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2);
  let at = end + 4;
  if (fieldOf('transfer-encoding') !== 'chunked') {
    const length = at + Number(fieldOf('content-length') ?? (status === 204 ? 0 : Number.NaN));
    if (Number.isNaN(length)) throw new Error(`An answer without a length: ${head.join(', ')}`);
    return text.length < length ? length : { answer: { status, head, body: text.slice(at, length) }, length };
  }
  for (let body = ''; ; ) {
    const line = text.indexOf('\r\n', at);
    if (line === -1) return text.length + 1;
    const size = Number.parseInt(text.slice(at, line), 16);
    at = line + 2 + size + 2;
    if (text.length < at) return at;
    if (text.slice(at - 2, at) !== '\r\n') throw new Error('A chunk is not as long as it says.');
    body += text.slice(line + 2, at - 2);
    if (size === 0) return { answer: { status, head, body }, length: at };
  }
}
