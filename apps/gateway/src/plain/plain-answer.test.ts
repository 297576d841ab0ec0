import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerAtOnce, aWhile, get, type PlainWorld, startPlainWorld } from '../testing/plain-world.ts';
import type { PlainAnswer } from './plain-answer.ts';

let world: PlainWorld;
beforeEach(async () => {
  world = await startPlainWorld();
});
afterEach(() => world.close());

const hold = () => undefined;
const utf8 = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

function countCloses(answer: PlainAnswer) {
  const seen = { closes: 0 };
  answer.on('close', () => {
    seen.closes++;
    expect(answer.destroyed).toBe(true);
  });
  return seen;
}

describe('an answer', () => {
  const [measured, chunked] = ['content-length: ', 'transfer-encoding: chunked'];
  const parts =
    (head: Parameters<PlainAnswer['writeHead']>[1], pieces: string[], ...last: Parameters<PlainAnswer['end']>) =>
    (answer: PlainAnswer) => {
      answer.writeHead(200, head);
      for (const piece of pieces) answer.write(Buffer.from(piece));
      answer.end(...last);
    };
  const long = 'x'.repeat(70_000);
  it.each<[string, (answer: PlainAnswer) => void, string, string]>([
    ['one byte a character', parts(['content-length', '3'], [], '\xe4b\xff', 'latin1'), '\xe4b\xff', `${measured}3`],
    ['the same without a length', parts([], [], '\xe4b\xff', 'latin1'), '\xe4b\xff', `${measured}3`],
    ['bytes', parts({ 'x-a': 1 }, [], Buffer.from([0, 13, 10, 255])), '\0\r\n\xff', `${measured}4`],
    ['UTF-8', parts({ 'content-length': 10 }, [], 'grün: €'), utf8('grün: €'), `${measured}10`],
    ['UTF-8 without a length', parts([], [], 'grün: €'), utf8('grün: €'), `${measured}10`],
    ['pieces, where an empty one is not the end', parts([], ['one', '', long]), `one${long}`, chunked],
    ['pieces, the last with the end', parts([], ['one '], '€'), `one ${utf8('€')}`, chunked],
    ['pieces of a known length', parts({ 'content-length': '6' }, ['one'], 'two'), 'onetwo', `${measured}6`],
    ['nothing', parts([], []), '', `${measured}0`],
    [
      'nothing after a head that left first',
      (answer) => {
        answer.writeHead(200, []);
        answer.flushHeaders();
        setTimeout(() => answer.end(), 5);
      },
      '',
      chunked,
    ],
  ])('arrives as it was given, and another one after it: %s', async (_what, act, body, framing) => {
    world.answer = act;
    const client = await world.connect();
    for (let times = 0; times < 3; times++) {
      const answer = await client.ask(get('/plain'));
      expect(answer.body).toBe(body);
      expect(answer.head.filter((line) => /^(content-length|transfer-encoding)/.test(line))).toEqual([framing]);
    }
    world.answer = answerAtOnce;
    expect((await client.ask(get('/plain/last'))).body).toBe('plain /plain/last');
    expect(client.rest).toBe('');
    expect(world.byNode).toEqual([]);
  });

  it('of status 204 is a head alone', async () => {
    world.answer = (answer) => {
      answer.writeHead(204, []);
      answer.end();
    };
    const client = await world.connect();
    const { status, head } = await client.ask(get('/plain'));
    expect(status).toBe(204);
    expect(head.join()).not.toMatch(/content-length|transfer-encoding/i);
    world.answer = answerAtOnce;
    expect((await client.ask(get('/plain'))).body).toBe('plain /plain');
  });

  it('has the status, what it was given, what all have, and the date once', async () => {
    world.answer = (answer) => {
      answer.writeHead(418, { 'x-a': 1, 'x-b': '\xe4\t"' });
      expect(answer.headersSent).toBe(true);
      expect(() => answer.writeHead(200, [])).toThrow('has been written');
      answer.end();
    };
    const client = await world.connect();
    const { head } = await client.ask(get('/plain'));
    expect(head).toEqual([
      "HTTP/1.1 418 I'm a Teapot",
      'x-every: 1',
      'connection: keep-alive',
      'keep-alive: timeout=20',
      'x-a: 1',
      'x-b: \xe4\t"',
      expect.stringMatching(/^date: \w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/),
      'content-length: 0',
    ]);
    world.answer = (answer) => {
      answer.writeHead(200, ['date', 'yesterday']);
      answer.end();
    };
    const dated = (await client.ask(get('/plain'))).head.filter((line) => line.startsWith('date'));
    expect(dated).toEqual(['date: yesterday']);
  });

  it('shows its head before there is a body', async () => {
    world.answer = hold;
    const { client, answer } = await world.begin();
    answer.writeHead(200, ['x-a', '1']);
    await aWhile();
    expect(client.rest).toBe('');
    answer.flushHeaders();
    await client.receives('\r\n\r\n');
    answer.end('late');
    expect((await client.answer()).body).toBe('late');
  });

  it.each(['\r', '\n', 'a\r\nx-b: 1', '\0', '\x7f', '€'])('refuses the value %j, and writes nothing', async (value) => {
    world.answer = hold;
    const { client, answer } = await world.begin();
    expect(() => answer.writeHead(200, ['x-a', value])).toThrow(TypeError);
    expect(() => answer.writeHead(200, { 'x-a': `a${value}b` })).toThrow(TypeError);
    expect(answer.headersSent).toBe(false);
    answer.writeHead(500, []);
    answer.end('refused');
    expect(await client.answer()).toMatchObject({ status: 500, body: 'refused' });
    expect(client.rest).toBe('');
  });
});

describe('the end of an answer', () => {
  it('is told once where it finished, whatever happens to its connection later', async () => {
    world.answer = hold;
    const { client, answer } = await world.begin();
    const seen = countCloses(answer);
    expect(answer.destroyed).toBe(false);
    answer.writeHead(200, []);
    answer.write(Buffer.from('all'));
    answer.end();
    await client.answer();
    expect(seen).toEqual({ closes: 1 });
    answer.end('more');
    answer.write(Buffer.from('more'));
    expect((await client.ask(get('/other'))).body).toBe('node /other');
    client.socket.destroy();
    await aWhile();
    expect(seen).toEqual({ closes: 1 });
  });

  it.each<[string, (answer: PlainAnswer) => void]>([
    ['before its head', hold],
    [
      'within its body',
      (answer) => {
        answer.writeHead(200, []);
        answer.write(Buffer.from('one'));
      },
    ],
  ])('is told once where the client leaves, and nothing is written any more: %s', async (_when, act) => {
    world.answer = act;
    const { client, answer } = await world.begin();
    const seen = countCloses(answer);
    const closed = once(answer, 'close');
    client.socket.destroy();
    await closed;
    expect(answer.destroyed).toBe(true);
    if (!answer.headersSent) answer.writeHead(200, []);
    expect(answer.write(Buffer.from('two'))).toBe(true);
    answer.end('three');
    answer.destroy();
    await aWhile();
    expect(seen).toEqual({ closes: 1 });
  });

  it.each<[string, string[]]>([
    ['with a length', ['content-length', '10']],
    ['in chunks', []],
  ])('that breaks off is seen as half an answer: %s', async (_how, head) => {
    world.answer = hold;
    const { client, answer } = await world.begin();
    const seen = countCloses(answer);
    answer.writeHead(200, head);
    answer.write(Buffer.from('half'));
    await client.receives('half');
    answer.destroy();
    expect(answer.destroyed).toBe(true);
    await expect(client.answer()).rejects.toThrow('before its answer was complete');
    expect(seen).toEqual({ closes: 1 });
  });
});

it('waits for a client that reads slowly, and hears when it reads on', async () => {
  world.answer = hold;
  const { client, answer } = await world.begin();
  client.socket.pause();
  let drains = 0;
  answer.on('drain', () => drains++);
  answer.writeHead(200, []);
  // More than the system holds on the way.
  const much = Buffer.alloc(24 * 1024 * 1024, 'abc');
  expect(answer.write(much)).toBe(false);
  await aWhile();
  expect(drains).toBe(0);
  const drained = once(answer, 'drain');
  client.socket.resume();
  await drained;
  answer.end('.');
  expect((await client.answer()).body === `${much.toString('latin1')}.`).toBe(true);
  expect(drains).toBe(1);
});
