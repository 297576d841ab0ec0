import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from './http-wire.ts';

export interface Asked {
  readonly request: Buffer;
  readonly requests: number;
  readonly perSecond: number;
}

const connectionsAtFirst = 16;

/** A client whose requests leave at fixed times, whether or not the last one was answered, on connections that it keeps. */
export class OpenLoop {
  readonly #port: number;
  readonly #all: Connection[];
  readonly #idle: Connection[];

  private constructor(port: number, connections: Connection[]) {
    this.#port = port;
    this.#all = connections;
    this.#idle = [...connections];
  }

  /** Each connection has carried one `request` already: what a first one costs is not what is asked here. */
  static async open(port: number, request: Buffer): Promise<OpenLoop> {
    const loop = new OpenLoop(
      port,
      await Promise.all(Array.from({ length: connectionsAtFirst }, () => Connection.open(port, undefined))),
    );
    await loop.ask({ request, requests: connectionsAtFirst, perSecond: 200 });
    return loop;
  }

  /** Milliseconds of each answer, in the order they were asked for. */
  async ask({ request, requests, perSecond }: Asked): Promise<number[]> {
    const took: Promise<number>[] = [];
    const start = performance.now() + 5;
    for (let index = 0; index < requests; index++) {
      const wait = start + (index * 1_000) / perSecond - performance.now();
      if (wait > 0) await sleep(wait);
      took.push(this.#time(this.#idle.shift() ?? (await this.#another()), request));
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
    this.#idle.push(connection);
    return took;
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

/** Milliseconds of every answer, by the name of who was asked: A B C, C B A, and so on. */
export async function inTurns(
  clients: readonly Named[],
  { turns, ...asked }: Omit<Asked, 'request'> & { readonly turns: number },
): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(clients.map(({ name }) => [name, []]));
  for (let turn = 0; turn < turns; turn++) {
    for (const { name, request, loop } of turn % 2 === 0 ? clients : clients.toReversed()) {
      times.get(name)?.push(...(await loop.ask({ request, ...asked })));
    }
  }
  return times;
}
