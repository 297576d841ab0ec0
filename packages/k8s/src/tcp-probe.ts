import { connect } from 'node:net';

/** Milliseconds until the port of an https address accepts a connection. Rejects with the socket's error. */
export async function connectTcp(url: URL, timeoutMs: number, signal?: AbortSignal): Promise<number> {
  const started = performance.now();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? 443 : Number(url.port);
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const stop = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal === undefined ? [] : [signal])]);
    const fail = (error: unknown) => {
      socket.destroy();
      reject(error);
    };
    stop.addEventListener('abort', () => fail(stop.reason), { once: true });
    socket.once('error', fail);
    socket.once('connect', () => {
      socket.destroy();
      resolve(Math.round(performance.now() - started));
    });
  });
}
