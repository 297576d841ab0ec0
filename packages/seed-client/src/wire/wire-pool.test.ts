import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import type { Dispatcher } from 'undici';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WirePool, type WirePoolOptions } from './wire-pool.ts';

const ok = (body: string) => `HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
let server: Server;
let pool: WirePool;
const sockets: Socket[] = [];

/** A server that hears every connection and request, and answers as told. */
async function serve(
  onRequest: (socket: Socket, head: string) => void,
  options: Partial<WirePoolOptions> = {},
): Promise<void> {
  server = createServer((socket) => {
    sockets.push(socket);
    socket.on('data', (bytes) => onRequest(socket, bytes.toString('latin1')));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  pool = new WirePool(`http://127.0.0.1:${port}`, {
    connections: 2,
    connectSeconds: 2,
    silenceSeconds: 2,
    idleSeconds: 2,
    ...options,
  });
}

afterEach(async () => {
  await pool.destroy();
  for (const socket of sockets.splice(0)) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

interface Answer {
  readonly status: number;
  readonly body: string;
}

function ask(path: string, body: string | null = null): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let received = '';
    pool.dispatch(
      {
        path,
        method: body === null ? 'GET' : 'POST',
        headers: ['x-scope-orgid', 'a'],
        body: body === null ? null : Buffer.from(body),
      },
      {
        onResponseStart: (_controller, code) => {
          status = code;
        },
        onResponseData: (_controller, chunk) => {
          received += chunk.toString();
        },
        onResponseEnd: () => resolve({ status, body: received }),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

describe('WirePool', () => {
  it('sends what it is given, and nothing else', async () => {
    const heads: string[] = [];
    await serve((socket, head) => {
      heads.push(head);
      socket.write(ok('hello'));
    });
    expect(await ask('/a?b=%20c')).toEqual({ status: 200, body: 'hello' });
    await ask('/form', 'x=1');
    const { port } = server.address() as AddressInfo;
    expect(heads).toEqual([
      `GET /a?b=%20c HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-scope-orgid: a\r\n\r\n`,
      `POST /form HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-scope-orgid: a\r\ncontent-length: 3\r\n\r\nx=1`,
    ]);
  });

  it('uses a connection again, and no more connections than allowed', async () => {
    await serve((socket) => setTimeout(() => socket.write(ok('x')), 10));
    await Promise.all(Array.from({ length: 20 }, () => ask('/')));
    expect(sockets).toHaveLength(2);
  });

  it('lets others have their turn between the pieces of a long answer', async () => {
    const length = 8 * 1024 * 1024;
    await serve((socket) => socket.write(ok('x'.repeat(length))));
    let [turn, received] = [0, 0];
    const perTurn: number[] = [];
    const nextTurn = () => {
      turn++;
      if (received < length) setImmediate(nextTurn);
    };
    setImmediate(nextTurn);
    await new Promise<void>((resolve, reject) => {
      pool.dispatch(
        { path: '/', method: 'GET', headers: [], body: null },
        {
          onResponseData: (_controller, chunk) => {
            received += chunk.length;
            perTurn[turn] = (perTurn[turn] ?? 0) + chunk.length;
          },
          onResponseEnd: () => resolve(),
          onResponseError: (_controller, error) => reject(error),
        },
      );
    });
    expect(received).toBe(length);
    expect(Math.max(...perTurn.filter((bytes) => bytes > 0))).toBeLessThanOrEqual(128 * 1024);
  });

  it('keeps the connection of a request whose client went before it was sent', async () => {
    const heads: string[] = [];
    await serve(
      (socket, head) => {
        heads.push(head.slice(0, 6));
        setTimeout(() => socket.write(ok('x')), 10);
      },
      { connections: 1 },
    );
    const first = ask('/1');
    const gone = new Promise((resolve) => {
      pool.dispatch(
        { path: '/2', method: 'GET', headers: [], body: null },
        {
          onRequestStart: (controller) => controller.abort(new Error('gone')),
          onResponseError: (_controller, error) => resolve(error.message),
        },
      );
    });
    await Promise.all([first, ask('/3')]);
    expect(await gone).toBe('gone');
    expect([heads, sockets.length]).toEqual([['GET /1', 'GET /3'], 1]);
  });

  it('asks again where an idle connection had been closed just then', async () => {
    let requests = 0;
    await serve((socket) => {
      requests++;
      if (requests === 2) socket.destroy();
      else socket.write(ok(`answer ${requests}`));
    });
    expect((await ask('/')).body).toBe('answer 1');
    expect((await ask('/')).body).toBe('answer 3');
    expect(sockets).toHaveLength(2);
  });

  it('does not ask again on a fresh connection, nor after the first byte of an answer', async () => {
    let requests = 0;
    await serve((socket) => {
      requests++;
      if (requests === 2) socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf');
      else if (requests > 2) socket.destroy();
      else socket.write(ok('x'));
    });
    await ask('/');
    await expect(ask('/')).rejects.toThrow('before its answer was complete');
    await expect(ask('/')).rejects.toThrow('before its answer was complete');
    expect(requests).toBe(3);
  });

  it('goes on with the next one when a store answers out of form', async () => {
    let requests = 0;
    await serve((socket) => socket.write(++requests === 1 ? 'nonsense\r\n\r\n' : ok('x')));
    await expect(ask('/')).rejects.toThrow('HTTP/1.1');
    expect((await ask('/')).status).toBe(200);
  });

  it('gives up a store that says nothing', async () => {
    await serve(() => undefined, { silenceSeconds: 1 });
    await expect(ask('/')).rejects.toMatchObject({ code: 'UND_ERR_HEADERS_TIMEOUT' });
    await vi.waitFor(() => expect(sockets.every((socket) => socket.destroyed)).toBe(true));
  });

  it('gives up a store that stops in the middle', async () => {
    await serve((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf'), { silenceSeconds: 1 });
    await expect(ask('/')).rejects.toMatchObject({ code: 'UND_ERR_BODY_TIMEOUT' });
  });

  it('closes connections that nobody uses', async () => {
    await serve((socket) => socket.write(ok('x')), { idleSeconds: 1 });
    await ask('/');
    await vi.waitFor(() => expect(sockets[0]?.destroyed).toBe(true), { timeout: 5_000 });
  });

  it('closes the connection of an answer that is no longer wanted, and waits with one that is not read', async () => {
    await serve((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n${'x'.repeat(1_000_000)}`),
    );
    let controller: Dispatcher.DispatchController | undefined;
    let received = 0;
    const failed = new Promise((resolve) => {
      pool.dispatch(
        { path: '/', method: 'GET', headers: [], body: null },
        {
          onResponseData: (steering, chunk) => {
            controller = steering;
            received += chunk.length;
            steering.pause();
          },
          onResponseError: (_controller, error) => resolve(error),
        },
      );
    });
    await vi.waitFor(() => expect(received).toBeGreaterThan(0));
    const before = received;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(received).toBe(before);
    controller?.resume();
    await vi.waitFor(() => expect(received).toBeGreaterThan(before));
    controller?.abort(new Error('no longer wanted'));
    await expect(failed).resolves.toMatchObject({ message: 'no longer wanted' });
    await vi.waitFor(() => expect(sockets[0]?.destroyed).toBe(true));
  });

  it('says which store cannot be reached', async () => {
    await serve(() => undefined);
    const nobody = new WirePool('http://127.0.0.1:9', {
      connections: 1,
      connectSeconds: 1,
      silenceSeconds: 1,
      idleSeconds: 1,
    });
    const error = await new Promise((resolve) => {
      nobody.dispatch(
        { path: '/', method: 'GET', headers: [], body: null },
        { onResponseError: (_controller, cause) => resolve(cause) },
      );
    });
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it.each([
    ['a path with a line end', { path: '/a\r\nX-Scope-OrgID: b', headers: [] }],
    ['a path with a space', { path: '/a b', headers: [] }],
    ['a header with a line end', { path: '/', headers: ['accept', 'x\r\nX-Scope-OrgID: b'] }],
  ])('refuses %s', async (_what, request) => {
    await serve(() => undefined);
    expect(() => pool.dispatch({ ...request, method: 'GET', body: null }, {})).toThrow('invalid');
  });
});
