import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Recorder {
  readonly url: string;
  readonly requests: Recorded[];
  /** WebSockets that were opened, each by a request of its own. */
  readonly tails: WebSocket[];
  /** How the next requests are answered; by default with an empty Prometheus result. */
  answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** Connections that ended before their answer was complete. */
  readonly aborted: number;
  close(): Promise<void>;
}

export const emptyResult = JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [] } });

const succeed: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(emptyResult);
};

function recorded({ method, url, headers }: IncomingMessage, body: string): Recorded {
  return { method: method ?? '', url: url ?? '', headers, body };
}

/** A server in a store's place that writes down what reaches it: for what no real store would show. */
export async function startRecorder(): Promise<Recorder> {
  const requests: Recorded[] = [];
  const tails: WebSocket[] = [];
  const sockets = new Set<Socket>();
  const webSockets = new WebSocketServer({ noServer: true });
  let aborted = 0;
  const server = createServer(async (request, response) => {
    response.once('close', () => {
      if (!response.writableFinished) aborted++;
    });
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push(recorded(request, body));
    recorder.answer(request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    requests.push(recorded(request, ''));
    webSockets.handleUpgrade(request, socket, head, (opened) => tails.push(opened));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const recorder: Recorder = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    tails,
    answer: succeed,
    get aborted() {
      return aborted;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return recorder;
}
