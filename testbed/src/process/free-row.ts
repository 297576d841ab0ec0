import { once } from 'node:events';
import { createServer } from 'node:net';

export interface Rows {
  readonly from: number;
  /** Distance between the beginnings of two rows. */
  readonly step: number;
  readonly rows: number;
  /** Ports that must be free in a row. */
  readonly length: number;
}

/** First port of a row, picked at random, of which nobody has any at this moment. For tests that run beside each other. */
export async function freeRow({ from, step, rows, length }: Rows): Promise<number> {
  for (;;) {
    const first = from + step * Math.floor(Math.random() * rows);
    const free = await Promise.all(Array.from({ length }, (_, index) => isFree(first + index)));
    if (free.every(Boolean)) return first;
  }
}

/** At every address of this machine: clusters listen at addresses of their own. */
async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '0.0.0.0');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
