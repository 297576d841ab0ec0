import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerAtOnce, aWhile, get, type PlainWorld, post, startPlainWorld } from '../testing/plain-world.ts';
import { PlainConnection } from './plain-connection.ts';
import { PlainDoor } from './plain-door.ts';

let world: PlainWorld;
beforeEach(async () => {
  // The door's clock alone: what Node and the tests wait for is real.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  world = await startPlainWorld();
});
afterEach(async () => {
  await world.close();
  vi.useRealTimers();
});

const hold = () => undefined;

describe('a plain request', () => {
  it('is answered without Node, as often as it comes on one connection', async () => {
    const client = await world.connect();
    for (let times = 0; times < 20; times++) {
      expect((await client.ask(get(`/plain/${times}`))).body).toBe(`plain /plain/${times}`);
      expect((await client.ask(post('/plain', 'a=b'))).body).toBe('plain /plain');
    }
    expect(world.asked).toHaveLength(40);
    expect(world.byNode).toEqual([]);
    expect(await world.connections()).toBe(1);
  });

  it('is answered beside others, in whatever order they are ready', async () => {
    world.answer = hold;
    const begun = [await world.begin('/plain/0'), await world.begin('/plain/1'), await world.begin('/plain/2')];
    for (const [index, { answer }] of [...begun.entries()].reverse()) answerAtOnce(answer, { url: `/plain/${index}` });
    for (const [index, { client }] of begun.entries())
      expect((await client.answer()).body).toBe(`plain /plain/${index}`);
  });
});

describe('a connection goes to Node for good', () => {
  it.each([0, 2])('with a request that nobody takes, after %i that were', async (before) => {
    const client = await world.connect();
    for (let times = 0; times < before; times++) await client.ask(get('/plain'));
    expect((await client.ask(post('/other?a=b', 'a\0\xff'))).body).toBe('node /other?a=b');
    expect((await client.ask(get('/plain', 'X-A: 1'))).body).toBe('node /plain');
    expect(world.asked).toHaveLength(before + 1);
    const [rawHeaders, body] = [['Host', 'x', 'Content-Length', '3'], Buffer.from('a\0\xff', 'latin1')];
    expect(world.byNode).toEqual([
      { method: 'POST', url: '/other?a=b', rawHeaders, body },
      { method: 'GET', url: '/plain', rawHeaders: ['Host', 'x', 'X-A', '1'], body: Buffer.alloc(0) },
    ]);
  });

  it('with a head in two pieces, wherever it is cut', async () => {
    const text = get('/plain');
    for (const cut of [1, 10, text.length - 3, text.length - 1]) {
      const client = await world.connect();
      client.send(text.slice(0, cut));
      await aWhile();
      expect((await client.ask(text.slice(cut))).body).toBe('node /plain');
    }
    expect(world.asked).toEqual([]);
  });

  it('with what is no HTTP, which Node refuses', async () => {
    const client = await world.connect();
    client.send('hello\r\n\r\n');
    await client.closed;
    expect(client.rest).toMatch(/^HTTP\/1\.1 400 /);
  });

  it.each([0, 1])('with two requests in one piece, answered in their order, after %i alone', async (before) => {
    const client = await world.connect();
    for (let times = 0; times < before; times++) await client.ask(get('/plain'));
    client.send(`${get('/plain/1')}${post('/plain/2', 'a=b')}`);
    expect([(await client.answer()).body, (await client.answer()).body]).toEqual(['node /plain/1', 'node /plain/2']);
    expect(client.rest).toBe('');
  });

  it('with what came while an answer was on its way, once that is through', async () => {
    world.answer = hold;
    const { client, answer } = await world.begin('/plain/1');
    // The second in pieces of its own, and more behind it than the connection keeps.
    const large = randomBytes(3 * 1024 * 1024).toString('latin1');
    for (const piece of ['GET /plain/2 HT', 'TP/1.1\r\nHost: x\r\n', '\r\n', post('/large', large), get('/last')]) {
      client.send(piece);
      await aWhile();
    }
    expect(client.rest).toBe('');
    expect(world.byNode).toEqual([]);
    answerAtOnce(answer, { url: '/plain/1' });
    for (const body of ['plain /plain/1', 'node /plain/2', 'node /large', 'node /last'])
      expect((await client.answer()).body).toBe(body);
    expect(world.byNode[1]?.body.toString('latin1') === large).toBe(true);
    expect(world.asked).toEqual(['GET /plain/1']);
  });

  it('at the latest with the second of two requests in quick succession', async () => {
    const clients = await Promise.all(Array.from({ length: 50 }, () => world.connect()));
    const answered = clients.map(async (client) => {
      client.send(get('/plain/1'));
      await new Promise(setImmediate);
      client.send(get('/plain/2'));
      return [(await client.answer()).body, (await client.answer()).body, client.rest].join();
    });
    // Who answers is a matter of when they came.
    for (const bodies of await Promise.all(answered)) expect(bodies).toMatch(/^\w+ \/plain\/1,\w+ \/plain\/2,$/);
  });

  it('with a large body, byte for byte, where Node reads it late', async () => {
    const large = randomBytes(8 * 1024 * 1024);
    world.beforeBody = aWhile;
    const client = await world.connect();
    await client.ask(get('/plain'));
    client.send(`POST /plain HTTP/1.1\r\nHost: x\r\nContent-Length: ${large.length}\r\n\r\n`);
    client.send(large);
    expect((await client.answer()).body).toBe('node /plain');
    expect(world.byNode[0]?.body.equals(large)).toBe(true);
    expect((await client.ask(get('/next'))).body).toBe('node /next');
  });

  it('with the wish for another protocol, and what follows it at once', async () => {
    const upgraded = once(world.server, 'upgrade');
    const client = await world.connect();
    await client.ask(get('/plain'));
    client.send(`${get('/plain/tail', 'Connection: Upgrade', 'Upgrade: echo')}first`);
    const [request, socket, head] = (await upgraded) as [IncomingMessage, Socket, Buffer];
    expect([request.url, head.toString()]).toEqual(['/plain/tail', 'first']);
    socket.on('data', (bytes) => socket.write(`echo ${bytes}`));
    client.send('second');
    await client.receives('echo second');
    socket.destroy();
    await client.closed;
  });

  it('and is not the door’s to end any more, as little as one that has gone', async () => {
    const client = await world.connect();
    await client.ask(get('/other'));
    (await world.connect()).socket.destroy();
    await vi.waitFor(async () => expect(await world.connections()).toBe(1));
    const ended = vi.spyOn(PlainConnection.prototype, 'destroy');
    world.door.closeAllConnections();
    vi.advanceTimersByTime(600_000);
    expect(ended).not.toHaveBeenCalled();
    ended.mockRestore();
    expect((await client.ask(get('/next'))).body).toBe('node /next');
  });

  it('and Node’s answer reaches a client that says no more', async () => {
    const long = 'x'.repeat(16 * 1024 * 1024);
    world.server.removeAllListeners('request').on('request', (_request, response) => response.end(long));
    const client = await world.connect();
    client.socket.end(get('/other'));
    expect((await client.answer()).body === long).toBe(true);
  });
});

describe('the end of connections', () => {
  it('comes at once for idle ones, for busy ones behind their answers', async () => {
    const fresh = await world.connect();
    const used = await world.connect();
    await used.ask(get('/plain'));
    world.answer = hold;
    const { client, answer } = await world.begin();
    client.socket.allowHalfOpen = true;
    world.door.closeIdleConnections();
    await Promise.all([fresh.closed, used.closed]);
    await aWhile();
    expect(client.isClosed).toBe(false);
    answer.writeHead(200, []);
    const long = 'x'.repeat(2 * 1024 * 1024);
    answer.end(long);
    expect((await client.answer()).body === long).toBe(true);
    // It does not wait for the client to close as well.
    await vi.waitFor(async () => expect(await world.connections()).toBe(0));
  });

  it('is announced in answers that begin afterwards, and nothing behind them is heard', async () => {
    world.door.closeIdleConnections();
    world.answer = hold;
    const { client, answer } = await world.begin('/plain/1');
    client.send(get('/plain/2'));
    await aWhile();
    answerAtOnce(answer, { url: '/plain/1' });
    const { head, body } = await client.answer();
    expect(body).toBe('plain /plain/1');
    expect(head.filter((line) => /^(connection|keep-alive)/.test(line))).toEqual(['connection: close']);
    await client.closed;
    expect(client.rest).toBe('');
    expect(world.byNode).toEqual([]);
  });

  it('comes at once for all of them where that is wanted', async () => {
    const idle = await world.connect();
    world.answer = hold;
    const { client, answer } = await world.begin();
    const closed = once(answer, 'close');
    world.door.closeAllConnections();
    await Promise.all([idle.closed, client.closed, closed]);
    expect(await world.connections()).toBe(0);
  });

  it('comes where nothing is asked in time', async () => {
    const client = await world.connect();
    vi.advanceTimersByTime(10_000);
    await aWhile();
    expect(client.isClosed).toBe(false);
    vi.advanceTimersByTime(5_000);
    await client.closed;
  });

  it('comes where nothing more is asked for as long as the server keeps connections, never with an answer due', async () => {
    world.answer = (answer, request) => {
      vi.advanceTimersByTime(600_000);
      setImmediate(answerAtOnce, answer, request);
    };
    const client = await world.connect();
    for (let times = 0; times < 3; times++) {
      await client.ask(get('/plain'));
      vi.advanceTimersByTime(20_000);
    }
    vi.advanceTimersByTime(5_000);
    await client.closed;
  });

  it('ends the door’s clock with the server', async () => {
    const server = createServer();
    const running = vi.getTimerCount();
    new PlainDoor(server, { everyHead: '', firstRequestWithinMs: 1, take: () => false });
    expect(vi.getTimerCount()).toBe(running + 1);
    server.emit('close');
    expect(vi.getTimerCount()).toBe(running);
  });
});
