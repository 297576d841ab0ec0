import { once } from 'node:events';
import { createServer } from 'node:net';

/** A front port whose ten followers are free, below the kernel's ephemeral range and apart from clusters' ports. */
export async function freeFront(): Promise<number> {
  for (;;) {
    const front = 12_000 + 20 * Math.floor(Math.random() * 390);
    const free = await Promise.all(Array.from({ length: 10 }, (_, index) => isFree(front + index)));
    if (free.every(Boolean)) return front;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
