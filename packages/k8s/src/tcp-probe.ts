import { connect } from 'node:net';
import { type AddressPolicy, guardedLookup } from './address-policy.ts';

export interface TcpProbe {
  readonly policy: AddressPolicy;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Milliseconds until the port of an https address accepts a connection. Rejects with the socket's error. A name is looked
 * up anew and its answer checked anew; an address must have been checked before.
 */
export async function connectTcp(url: URL, { policy, timeoutMs, signal }: TcpProbe): Promise<number> {
  const started = performance.now();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? 443 : Number(url.port);
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, lookup: guardedLookup(policy) });
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
