import { connect, type Socket } from 'node:net';

/** Opens a connection, plain or secured. */
export type Dial = () => Socket;

export const dialPlain =
  (port: number): Dial =>
  () =>
    connect({ port, host: '127.0.0.1' });

/** An answer of several parts comes within this time of its first. */
const lullMs = 40;
const patienceMs = 10_000;

/** Sends bytes as they are, where a proper client would tidy them up, and gives what comes back. */
export function sendRaw(dial: Dial, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = dial();
    let answer = '';
    let timer = setTimeout(() => socket.destroy(), patienceMs);
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      answer += chunk;
      clearTimeout(timer);
      timer = setTimeout(() => socket.destroy(), isInterim(statusOf(answer)) ? patienceMs : lullMs);
    });
    // A server that breaks off has said what it has to say.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(answer);
    });
    socket.write(Buffer.from(text, 'latin1'));
  });
}

/** 100 Continue and the like: the answer is still to come. */
const isInterim = (status: number) => status >= 100 && status < 200;

/** Of the first answer, whatever was said before it (100 Continue); 0 where there was none. */
export function statusOf(answer: string): number {
  return Number(/^(?:HTTP\/1\.1 1\d\d [^\r\n]*\r\n\r\n)*HTTP\/1\.[01] (\d{3})/.exec(answer)?.[1] ?? 0);
}
