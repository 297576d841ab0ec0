import { WebSocket } from 'ws';
import type { StoreTail } from './connect.ts';

/** Past this much unsent, the store is read no further; it then counts what it drops and says so in its messages. */
const fullBytes = 1024 * 1024;
const drainedBytes = 256 * 1024;
/** Proxies close what is silent for a minute; and a client that does not answer two pings is gone or far behind. */
const pingEveryMs = 20_000;
/** A close frame carries 125 bytes, two of them the code. */
const reasonBytes = 123;

/** Passes the messages of a tail's stores on, until any side ends. What is buffered for a slow reader is bounded. */
export function relay(client: WebSocket, stores: readonly StoreTail[]): void {
  let unanswered = 0;
  const pings = setInterval(() => {
    if (++unanswered > 2) client.terminate();
    else client.ping();
  }, pingEveryMs);
  client.on('pong', () => {
    unanswered = 0;
  });
  client.on('message', () => closeWith(client, 1003, 'A tail takes no messages.'));
  client.on('error', () => client.terminate());
  client.on('close', () => {
    clearInterval(pings);
    for (const { socket } of stores) socket.terminate();
  });
  for (const store of stores) hear(client, store);
}

function hear(client: WebSocket, { socket: store, mark }: StoreTail): void {
  store.on('message', (data: Buffer, isBinary: boolean) => {
    if (client.readyState !== WebSocket.OPEN) return;
    client.send(mark ? mark(data) : data, { binary: isBinary }, () => {
      if (store.isPaused && client.bufferedAmount < drainedBytes) store.resume();
    });
    if (client.bufferedAmount > fullBytes) store.pause();
  });
  store.on('error', () => closeWith(client, 1013, 'The log store broke off. Open the tail again in a minute.'));
  store.on('close', (code: number, reason: Buffer) => {
    // 1005 and 1006 say that there was no close frame, and may not stand in one.
    const isSayable = code !== 1005 && code !== 1006;
    if (isSayable) closeWith(client, code, reason.toString('utf8'));
    else closeWith(client, 1013, 'The log store ended this tail. Open it again.');
  });
  store.resume();
}

export function closeWith(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState === WebSocket.CLOSED) return;
  socket.close(code, shortened(reason));
}

/** As many whole characters as fit. */
function shortened(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= reasonBytes) return text;
  return `${bytes
    .subarray(0, reasonBytes - 6)
    .toString('utf8')
    .replace(/\uFFFD+$/, '')}…`;
}
