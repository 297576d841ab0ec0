import { describe, expect, it, vi } from 'vitest';
import { errorOf, prometheus, readWorld } from './testing/read-world.ts';

const world = readWorld();

describe('stores in trouble', () => {
  it('a store that is down is named, with what to do', async () => {
    const error = await errorOf(
      await fetch(`${prometheus(world, 'lost')}/query?query=up`, { headers: world.anna.byToken }),
    );
    expect(error).toMatchObject({ status: 503, errorType: 'unavailable' });
    expect(error.error).toMatch(/Mimir.*seed "away".*cannot be reached.*Try again/);
  });

  it('a client that goes away ends the store’s work', async () => {
    const abort = new AbortController();
    const before = world.store.aborted;
    const arrived = Promise.withResolvers<void>();
    world.store.answer = () => arrived.resolve();
    const asked = fetch(`${prometheus(world)}/query?query=slow`, { headers: world.anna.byToken, signal: abort.signal });
    await arrived.promise;
    abort.abort();
    await expect(asked).rejects.toThrow();
    await vi.waitFor(() => expect(world.store.aborted).toBe(before + 1));
  });

  it('a store that breaks off never looks like a whole answer', async () => {
    world.store.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"status":"success","data":[');
      setTimeout(() => response.destroy(), 50);
    };
    const response = await fetch(`${prometheus(world)}/query?query=up`, { headers: world.anna.byToken });
    await expect(response.text()).rejects.toThrow();
  });

  it('a store that answers nonsense is a failure of the store', async () => {
    world.store.answer = (request) => request.socket.end('nonsense\r\n\r\n');
    const error = await errorOf(await fetch(`${prometheus(world)}/query?query=up`, { headers: world.anna.byToken }));
    expect(error).toMatchObject({ status: 503, errorType: 'unavailable' });
  });

  it('a slow reader slows the store down instead of filling memory', async () => {
    const block = Buffer.alloc(1024 * 1024, 'x');
    let sent = 0;
    world.store.answer = async (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      for (; sent < 64 && !response.destroyed; sent++) {
        if (!response.write(block)) await new Promise((resolve) => response.once('drain', resolve));
      }
      response.end();
    };
    const response = await fetch(`${prometheus(world)}/query?query=large`, { headers: world.anna.byToken });
    const reader = response.body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(sent).toBeLessThan(32);
    let received = 0;
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      received += part.value.length;
    expect(sent).toBe(64);
    expect(received).toBeGreaterThan(63 * 1024 * 1024);
  });

  it('answers that wait for slow readers side by side keep to themselves', async () => {
    const length = 8 * 1024 * 1024;
    const letters = ['a', 'b', 'c', 'd'];
    world.store.answer = (request, response) => {
      const letter = new URL(request.url ?? '', 'http://store').searchParams.get('query') ?? '';
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': length });
      response.end(letter.repeat(length));
    };
    const ask = (letter: string) =>
      fetch(`${prometheus(world)}/query?query=${letter}`, { headers: world.anna.byToken });
    const responses = await Promise.all(letters.map(ask));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const bodies = await Promise.all(responses.map((response) => response.text()));
    expect(bodies.map((body) => [body.length, new Set(body).size, body[0]])).toEqual(
      letters.map((letter) => [length, 1, letter]),
    );
  });
});
