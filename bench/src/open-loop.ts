import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './http-wire.ts';

export interface OpenLoop {
  readonly port: number;
  readonly request: Buffer;
  readonly requests: number;
  readonly perSecond: number;
}

/** Milliseconds of each answer, in the order they were asked for. */
export async function openLoop({ port, request, requests, perSecond }: OpenLoop): Promise<number[]> {
  const idle = await Promise.all(Array.from({ length: 16 }, () => Connection.open(port, undefined)));
  const all = [...idle];
  const took: Promise<number>[] = [];
  const start = performance.now() + 5;
  for (let index = 0; index < requests; index++) {
    const wait = start + (index * 1_000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    const connection = idle.shift() ?? (await Connection.open(port, undefined));
    if (!all.includes(connection)) all.push(connection);
    const sentAt = performance.now();
    took.push(
      connection.ask(request).then((ok) => {
        if (!ok) throw new Error(`A request to port ${port} was not answered by 200.`);
        idle.push(connection);
        return performance.now() - sentAt;
      }),
    );
  }
  const times = await Promise.all(took);
  for (const connection of all) connection.close();
  return times;
}
