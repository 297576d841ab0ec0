import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './http-wire.ts';

export interface Asked {
  readonly request: Buffer;
  readonly requests: number;
  readonly perSecond: number;
}

interface Idle {
  readonly connection: Connection;
  readonly since: number;
}

const connectionsAtFirst = 4;
/** Before those that are asked close it themselves, after 60 s and more. */
const longestIdleMs = 45_000;

/**
 * A client whose requests leave at fixed times, whether or not the last one was answered. It keeps its connections, and
 * takes the one it used last, as the clients of Go and Node do, and so those of Grafana and Prometheus.
 */
export class OpenLoop {
  readonly #port: number;
  readonly #all: Connection[];
  readonly #idle: Idle[];

  private constructor(port: number, connections: Connection[]) {
    this.#port = port;
    this.#all = connections;
    this.#idle = connections.map((connection) => ({ connection, since: performance.now() }));
  }

  /** Each connection has carried one `request` already: what a first one costs is not what is asked here. */
  static async open(port: number, request: Buffer): Promise<OpenLoop> {
    const loop = new OpenLoop(
      port,
      await Promise.all(Array.from({ length: connectionsAtFirst }, () => Connection.open(port, undefined))),
    );
    await Promise.all(loop.#all.map((connection) => connection.ask(request)));
    return loop;
  }

  /** Milliseconds of each answer, in the order they were asked for. */
  async ask({ request, requests, perSecond }: Asked): Promise<number[]> {
    const took: Promise<number>[] = [];
    const start = performance.now() + 5;
    for (let index = 0; index < requests; index++) {
      const wait = start + (index * 1_000) / perSecond - performance.now();
      if (wait > 0) await sleep(wait);
      took.push(this.#time(this.#lastUsed() ?? (await this.#another()), request));
    }
    return Promise.all(took);
  }

  close(): void {
    for (const connection of this.#all) connection.close();
  }

  async #time(connection: Connection, request: Buffer): Promise<number> {
    const sentAt = performance.now();
    const ok = await connection.ask(request);
    const took = performance.now() - sentAt;
    if (!ok) throw new Error(`A request to port ${this.#port} was not answered by 200.`);
    this.#idle.push({ connection, since: performance.now() });
    return took;
  }

  /** But those that the other end has closed since, or may be about to close. */
  #lastUsed(): Connection | undefined {
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      if (idle.connection.isOpen && performance.now() - idle.since < longestIdleMs) return idle.connection;
      idle.connection.close();
    }
    return undefined;
  }

  async #another(): Promise<Connection> {
    const connection = await Connection.open(this.#port, undefined);
    this.#all.push(connection);
    return connection;
  }
}

/** A client and what it asks. */
export interface Named {
  readonly name: string;
  readonly request: Buffer;
  readonly loop: OpenLoop;
}

/**
 * Milliseconds of every answer, by the name of who was asked, one after the other. Each turn begins with half a second
 * that does not count: what a server has to do again after a pause (the gateway looks again at the right to read) belongs
 * to the turns of the others.
 */
export async function inTurns(
  clients: readonly Named[],
  { requests, perSecond }: Omit<Asked, 'request'>,
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>();
  for (const { name, request, loop } of clients) {
    await loop.ask({ request, requests: perSecond / 2, perSecond });
    times.set(name, await loop.ask({ request, requests, perSecond }));
  }
  return times;
}
