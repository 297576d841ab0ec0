import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { readPlainHeaders } from './plain-headers.ts';
import { PlainReader } from './plain-request.ts';

const lines = (...fields: string[]) => fields.map((field) => `\r\n${field}`).join('');

it('leaves more headers than Node would read', () => {
  const some = (count: number) => lines('Host: x', ...Array<string>(count).fill('A: b'));
  expect(readPlainHeaders(some(99))?.raw).toHaveLength(200);
  expect(readPlainHeaders(some(100))).toBeUndefined();
});

it.each([
  [
    'promtool 3.13',
    'POST /api/projects/x/prometheus/api/v1/query HTTP/1.1\r\nHost: x:1\r\nUser-Agent: promtool/3.13.5\r\nContent-Length: 32\r\nAuthorization: Bearer a\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nquery=up&time=1795342909.7342384',
  ],
  [
    'logcli 3.7',
    'GET /api/projects/x/loki/api/v1/labels?end=1795342910025945402&start=1795339310025945402 HTTP/1.1\r\nHost: x:1\r\nUser-Agent: loki-logcli/3.7.8\r\nAuthorization: Bearer a\r\n\r\n',
  ],
  [
    'curl 7.88',
    'GET /api/projects/x/prometheus/api/v1/query?query=up HTTP/1.1\r\nHost: x:1\r\nUser-Agent: curl/7.88.1\r\nAccept: */*\r\nAuthorization: Bearer a\r\n\r\n',
  ],
])('takes what %s sends', (_program, text) => {
  expect(new PlainReader(new Socket()).read(Buffer.from(text))?.head.authorization).toBe('Bearer a');
});

it('shows what the gateway looks at', () => {
  const headers = readPlainHeaders(lines('Host: x', 'Authorization: Bearer a', 'cookie: b=c', 'Content-Length: 3'));
  expect(headers).toMatchObject({ head: { authorization: 'Bearer a', cookie: 'b=c', hasBody: true }, length: '3' });
});

it('reads the headers of each request, whatever the one before it on the connection had', () => {
  const reader = new PlainReader(new Socket());
  const shown = (url: string, ...fields: string[]) => {
    const request = reader.read(Buffer.from(`GET ${url} HTTP/1.1${lines('Host: x', ...fields)}\r\n\r\n`));
    return request && [request.url, request.head.authorization, request.rawHeaders.length];
  };
  const [anna, nora] = ['Authorization: Bearer anna', 'Authorization: Bearer nora'];
  expect(shown('/1', anna)).toEqual(['/1', 'Bearer anna', 4]);
  expect(shown('/2', anna)).toEqual(['/2', 'Bearer anna', 4]);
  expect(shown('/3', nora)).toEqual(['/3', 'Bearer nora', 4]);
  expect(shown('/4')).toEqual(['/4', undefined, 2]);
  for (const url of ['/5', '/6']) expect(shown(url, anna, 'Upgrade: x')).toBeUndefined();
  expect(shown('/7', anna)).toEqual(['/7', 'Bearer anna', 4]);
});

it('takes a form by its own length', () => {
  const reader = new PlainReader(new Socket());
  const read = (method: string, body: string) =>
    reader.read(Buffer.from(`${method} /a HTTP/1.1${lines('Host: x', 'Content-Length: 3')}\r\n\r\n${body}`))?.body;
  expect(read('POST', 'a=b')?.toString()).toBe('a=b');
  expect(read('POST', 'a=bc')).toBeUndefined();
  expect(read('POST', 'a=')).toBeUndefined();
  expect(read('GET', 'a=b')).toBeUndefined();
  expect(read('POST', 'c=d')?.toString()).toBe('c=d');
});
