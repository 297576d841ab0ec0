import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

/** In Loki's place: it repeats the query it was asked, and says something on every tail twenty times a second. */
export async function startTailStore() {
  const server = createServer(async (request, response) => {
    let asked = request.url ?? '';
    for await (const chunk of request) asked += decodeURIComponent(String(chunk));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ status: 'success', asked }));
  });
  const tails = new WebSocketServer({ server });
  const talk = setInterval(() => {
    for (const tail of tails.clients) tail.send('{"streams":[]}');
  }, 50);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop(): Promise<void> {
      clearInterval(talk);
      for (const tail of tails.clients) tail.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
