import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RequestHead } from '../request-head.ts';
import { answerAtOnce, aWhile, get, type PlainWorld, post, startPlainWorld } from '../testing/plain-world.ts';
import type { PlainRequest } from './plain-request.ts';

let world: PlainWorld;
beforeEach(async () => {
  world = await startPlainWorld();
});
afterEach(() => world.close());

const hold = () => undefined;
const megabytes = (count: number) => 'x'.repeat(count << 20);

it('a request comes as it was sent', async () => {
  const seen: PlainRequest[] = [];
  world.answer = (answer, request) => {
    seen.push(request);
    answerAtOnce(answer, request);
  };
  await (await world.connect()).ask(post('/plain?a=%20', 'a=\0\xff'));
  const [rawHeaders, body] = [['Host', 'x', 'Content-Length', '4'], Buffer.from('a=\0\xff', 'latin1')];
  const others = { head: expect.any(RequestHead), socket: expect.any(Socket) };
  expect(seen).toEqual([{ method: 'POST', url: '/plain?a=%20', rawHeaders, body, ...others }]);
});

describe('a client that says no more', () => {
  it('gets the rest of an answer that was written', async () => {
    world.answer = (answer) => {
      answer.writeHead(200, []);
      answer.end(megabytes(8));
    };
    const client = await world.connect();
    client.socket.allowHalfOpen = true;
    client.socket.end(get('/plain'));
    expect((await client.answer()).body.length).toBe(8 << 20);
    await client.closed;
  });

  it('does not wait for one that was not', async () => {
    world.answer = hold;
    const { client, answer } = await world.begin();
    client.socket.allowHalfOpen = true;
    client.socket.end();
    await client.closed;
    expect(answer.destroyed).toBe(true);
  });
});

it('hears that a client leaves which asked for more before it had its answer', async () => {
  world.answer = hold;
  const { client, answer } = await world.begin();
  let closes = 0;
  answer.on('close', () => closes++);
  for (const url of ['/plain/2', '/plain/3', '/plain/4']) {
    client.send(get(url));
    await aWhile();
  }
  client.socket.destroy();
  await aWhile();
  expect(closes).toBe(1);
});

it('keeps little of what comes before its turn', async () => {
  world.answer = hold;
  const { client, answer } = await world.begin('/plain/1');
  const parts = 400;
  for (let part = 0; part < parts; part++) client.send(get('/other', `X-Long: ${'x'.repeat(100_000)}`));
  await aWhile();
  // The rest waits at the client's end.
  expect(client.socket.writableLength).toBeGreaterThan(parts * 50_000);
  answerAtOnce(answer, { url: '/plain/1' });
  expect((await client.answer()).body).toBe('plain /plain/1');
});

describe('at closing', () => {
  it('an answer that begins afterwards says so, also to a request from before', async () => {
    world.answer = hold;
    const { client, answer } = await world.begin('/plain/1');
    world.door.closeIdleConnections();
    answerAtOnce(answer, { url: '/plain/1' });
    expect((await client.answer()).head).toContain('connection: close');
    await client.closed;
  });

  it('a client that asked on and on gets the answer that is on its way', async () => {
    world.answer = hold;
    const { client, answer } = await world.begin('/plain/1');
    client.send(megabytes(10));
    await aWhile();
    world.door.closeIdleConnections();
    answer.writeHead(200, []);
    answer.end(megabytes(16));
    expect((await client.answer()).body.length).toBe(16 << 20);
  });
});

describe('nothing follows the end of an answer', () => {
  it.each<[string, (answer: Parameters<PlainWorld['answer']>[0]) => void]>([
    [
      'a second end',
      (answer) => {
        answer.writeHead(200, []);
        answer.write(Buffer.from('x'));
        answer.end();
        answer.end();
      },
    ],
    [
      'a later write',
      (answer) => {
        answer.writeHead(200, []);
        answer.end('x');
        answer.write(Buffer.from('more'));
      },
    ],
    [
      'a body where there is none',
      (answer) => {
        answer.writeHead(204, []);
        answer.write(Buffer.from('more'));
        answer.end('x');
      },
    ],
  ])('not by %s', async (_what, answer) => {
    world.answer = answer;
    const client = await world.connect();
    await client.ask(get('/plain'));
    await aWhile();
    expect(client.rest).toBe('');
    world.answer = answerAtOnce;
    expect((await client.ask(get('/plain/2'))).body).toBe('plain /plain/2');
  });
});
