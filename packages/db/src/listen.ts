import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Channels on which the database's triggers speak; payloads are described in their migration. */
export type Channel = 'oriel_grants' | 'oriel_operations' | 'oriel_clusters' | 'oriel_grafana';

export interface ListenOptions {
  /** The connection is back after a loss: whatever was said meanwhile was missed, so drop what is kept. */
  readonly onReconnect?: () => void;
  /** The connection is lost, or another try to get it back has failed: what is kept may be stale. */
  readonly onDisconnect?: (cause: Error) => void;
  /** How often the connection proves that it still delivers; a loss is noticed within twice that. */
  readonly heartbeatMs?: number;
}

export interface Listener {
  /** Settles when the channels are listened on for the first time; never rejects. */
  readonly ready: Promise<void>;
  readonly connected: boolean;
  close(): Promise<void>;
}

const firstRetryMs = 100;
const lastRetryMs = 2_000;

/**
 * Listens on a connection of its own and reconnects for as long as it takes. `url` must lead to
 * PostgreSQL itself: a pooler in transaction mode swallows notifications (the heartbeat is one, so
 * that shows as a connection that never becomes ready).
 */
export function listen(
  url: string,
  channels: readonly Channel[],
  handler: (channel: Channel, payload: string) => void,
  options: ListenOptions = {},
): Listener {
  const closing = new AbortController();
  let connection: Connection | undefined;
  let connected = false;
  const ready = Promise.withResolvers<void>();

  const run = async () => {
    let retryMs = firstRetryMs;
    let wasReady = false;
    while (!closing.signal.aborted) {
      try {
        connection = await connect(url, channels, handler, options.heartbeatMs ?? 1_500);
        if (closing.signal.aborted) connection.end();
        connected = true;
        retryMs = firstRetryMs;
        if (wasReady) options.onReconnect?.();
        wasReady = true;
        ready.resolve();
        const cause = await connection.lost;
        connected = false;
        if (!closing.signal.aborted) options.onDisconnect?.(cause);
      } catch (cause) {
        if (!closing.signal.aborted) options.onDisconnect?.(cause as Error);
        await pause(retryMs * (0.75 + Math.random() / 2), closing.signal);
        retryMs = Math.min(retryMs * 2, lastRetryMs);
      }
    }
  };
  const running = run();
  return {
    ready: ready.promise,
    get connected() {
      return connected;
    },
    async close() {
      closing.abort();
      connection?.end();
      await running;
      ready.resolve();
    },
  };
}

interface Connection {
  /** Resolves with the reason once the connection has ended. */
  readonly lost: Promise<Error>;
  end(): void;
}

async function connect(
  url: string,
  channels: readonly Channel[],
  handler: (channel: Channel, payload: string) => void,
  heartbeatMs: number,
): Promise<Connection> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: heartbeatMs * 2,
    keepAlive: true,
    application_name: 'oriel-listen',
  });
  const lost = Promise.withResolvers<Error>();
  const pulse = `oriel_heartbeat_${randomUUID().replaceAll('-', '')}`;
  let onPulse = () => {};
  let timer: NodeJS.Timeout | undefined;

  const end = (cause: Error) => {
    clearTimeout(timer);
    lost.resolve(cause);
    // Not end(): that waits for the peer, which may be gone.
    destroy(client);
  };
  client.on('error', end);
  client.on('end', () => end(new Error('PostgreSQL closed the connection.')));
  client.on('notification', ({ channel, payload = '' }) => {
    if (channel === pulse) onPulse();
    else handler(channel as Channel, payload);
  });

  const beat = () =>
    new Promise<void>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('PostgreSQL did not deliver a heartbeat.')), heartbeatMs);
      onPulse = resolve;
      client.query(`NOTIFY ${pulse}`).catch(reject);
    }).finally(() => clearTimeout(timer));
  const beatOn = () => {
    timer = setTimeout(() => beat().then(beatOn, end), heartbeatMs);
    // A process with nothing else to do may exit.
    timer.unref();
  };

  try {
    await client.connect();
    await client.query([...channels, pulse].map((channel) => `LISTEN ${channel}`).join('; '));
    await beat();
  } catch (cause) {
    end(cause as Error);
    throw cause;
  }
  beatOn();
  return { lost: lost.promise, end: () => end(new Error('The listener was closed.')) };
}

function destroy(client: pg.Client): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
