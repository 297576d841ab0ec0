import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { type Channel, type Listener, type ListenOptions, listen } from './listen.ts';
import { testDatabase } from './testing/postgres.ts';

const database = testDatabase();
const open: Listener[] = [];
afterEach(async () => {
  for (const listener of open.splice(0)) await listener.close();
});

function start(channels: readonly Channel[], options: ListenOptions = {}) {
  const heard: [Channel, string][] = [];
  const listener = listen(database.url, channels, (channel, payload) => heard.push([channel, payload]), {
    heartbeatMs: 200,
    ...options,
  });
  open.push(listener);
  return { listener, heard };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 200) throw new Error('It did not happen within 5 s.');
    await sleep(25);
  }
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.serverUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

const listeningHere = () =>
  `datname = '${new URL(database.url).pathname.slice(1)}' AND application_name = 'oriel-listen'`;

test('hears the channels it asked for and no other', async () => {
  const { listener, heard } = start(['oriel_grants']);
  await listener.ready;
  await database.db.$executeRaw`SELECT pg_notify('oriel_clusters', 'no'), pg_notify('oriel_grants', 'yes')`;
  await until(() => heard.length > 0);
  expect(heard).toEqual([['oriel_grants', 'yes']]);
});

test('comes back after the server ended its connection, and says so before anything else is heard', async () => {
  const events: string[] = [];
  const { listener, heard } = start(['oriel_grants'], {
    onDisconnect: () => events.push('lost'),
    onReconnect: () => events.push('back'),
  });
  await listener.ready;
  await onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${listeningHere()}`);
  await until(() => events.includes('back'));
  expect(events.at(0)).toBe('lost');
  await database.db.$executeRaw`SELECT pg_notify('oriel_grants', 'again')`;
  await until(() => heard.length > 0);
  expect(heard).toEqual([['oriel_grants', 'again']]);
});

test('goes on trying while the database takes nobody in', async () => {
  const name = new URL(database.url).pathname.slice(1);
  let back = 0;
  const failures: Error[] = [];
  const { listener } = start(['oriel_grants'], {
    onReconnect: () => (back += 1),
    onDisconnect: (cause) => failures.push(cause),
  });
  await listener.ready;
  await onServer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await onServer(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${listeningHere()}`);
  await until(() => failures.length >= 3);
  expect(listener.connected).toBe(false);
  expect(back).toBe(0);
  await onServer(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  await until(() => back === 1);
  expect(listener.connected).toBe(true);
});

test('notices a connection that is silently dead', async () => {
  const { proxyUrl, freeze, close } = await freezingProxy(database.url);
  const lost: Error[] = [];
  const listener = listen(proxyUrl, ['oriel_grants'], () => {}, {
    heartbeatMs: 200,
    onDisconnect: (cause) => lost.push(cause),
  });
  open.push(listener);
  await listener.ready;
  freeze();
  const frozenAt = Date.now();
  await until(() => lost.length > 0);
  expect(Date.now() - frozenAt).toBeLessThan(1_000);
  expect(lost[0]?.message).toContain('heartbeat');
  await close();
});

/** Passes bytes on until frozen; then it keeps its connections open and says nothing, like a lost route. */
async function freezingProxy(target: string) {
  const { createServer, connect } = await import('node:net');
  const { hostname, port } = new URL(target);
  const sockets = new Set<import('node:net').Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const proxyUrl = new URL(target);
  proxyUrl.port = String((server.address() as import('node:net').AddressInfo).port);
  return {
    proxyUrl: proxyUrl.toString(),
    freeze: () => {
      for (const socket of sockets) socket.unpipe().pause();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
