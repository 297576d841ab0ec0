import { describe, expect, it } from 'vitest';
import { ResponseParser } from './response-parser.ts';

/** Feeds a text in pieces and says what came out. */
function parse(text: string, pieceLength = text.length) {
  const seen = { heads: [] as unknown[], body: '', ends: 0 };
  const parser = new ResponseParser({
    onHead: (status, headers) => seen.heads.push({ status, headers }),
    onBody: (bytes) => {
      seen.body += bytes.toString('latin1');
    },
    onEnd: () => {
      seen.ends++;
    },
  });
  const bytes = Buffer.from(text, 'latin1');
  for (let at = 0; at < bytes.length; at += pieceLength) parser.execute(bytes.subarray(at, at + pieceLength));
  return { parser, ...seen };
}

const lengthOf5 = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello';
const chunked =
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;ext=1\r\nhello\r\nA\r\n, world 12\r\n0\r\nX-Trailer: 1\r\n\r\n';

describe('ResponseParser', () => {
  it.each([1, 2, 3, 7, 1000])('reads a body of known length in pieces of %i bytes', (piece) => {
    const { heads, body, ends, parser } = parse(lengthOf5, piece);
    expect(heads).toEqual([{ status: 200, headers: { 'content-type': 'text/plain', 'content-length': '5' } }]);
    expect([body, ends, parser.canGoOn]).toEqual(['hello', 1, true]);
  });

  it.each([1, 2, 3, 7, 1000])('reads a chunked body with a trailer in pieces of %i bytes', (piece) => {
    const { body, ends, parser } = parse(chunked, piece);
    expect([body, ends, parser.canGoOn]).toEqual(['hello, world 12', 1, true]);
  });

  it('reads one response after another', () => {
    const { parser } = parse(lengthOf5);
    parser.reset();
    parser.execute(Buffer.from(chunked));
    expect(parser.canGoOn).toBe(true);
  });

  it('skips what comes before the answer proper', () => {
    const { heads } = parse(`HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n${lengthOf5}`);
    expect(heads).toHaveLength(1);
  });

  it.each(['204 No Content', '304 Not Modified'])('expects no body after %s', (status) => {
    expect(parse(`HTTP/1.1 ${status}\r\nContent-Length: 10\r\n\r\n`).ends).toBe(1);
  });

  it('ends an answer without a length where the connection ends, and only such an answer', () => {
    const open = parse('HTTP/1.1 200 OK\r\n\r\nhello');
    expect([open.ends, open.parser.finish(), open.body]).toEqual([0, true, 'hello']);
    expect(open.parser.canGoOn).toBe(false);
    expect(parse(lengthOf5.slice(0, -1)).parser.finish()).toBe(false);
    expect(parse(chunked.slice(0, -2)).parser.finish()).toBe(false);
    expect(parse('HTTP/1.1 200').parser.finish()).toBe(false);
  });

  it.each([
    ['Connection: close', 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'],
    ['HTTP/1.0', 'HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n'],
  ])('uses a connection once after %s', (_name, text) => {
    const { ends, parser } = parse(text);
    expect([ends, parser.canGoOn]).toEqual([1, false]);
  });

  it.each([
    ['another protocol', 'SSH-2.0-OpenSSH\r\n\r\n'],
    ['a status of four digits', 'HTTP/1.1 2000 OK\r\n\r\n'],
    ['a length and a transfer coding', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n'],
    ['another transfer coding', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n'],
    ['two different lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n'],
    ['a length that is none', 'HTTP/1.1 200 OK\r\nContent-Length: +5\r\n\r\n'],
    ['a folded header', 'HTTP/1.1 200 OK\r\nA: 1\r\n b\r\n\r\n'],
    ['a space before the colon', 'HTTP/1.1 200 OK\r\nContent-Length : 5\r\n\r\n'],
    ['a bare line feed', 'HTTP/1.1 200 OK\r\nA: 1\nContent-Length: 5\r\n\r\n'],
    ['a chunk size that is none', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n'],
    ['a chunk longer than it says', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhello\r\n'],
    ['more than its answer', `${lengthOf5}HTTP/1.1 200 OK\r\n`],
    ['a head without end', `HTTP/1.1 200 OK\r\nA: ${'x'.repeat(70_000)}`],
    ['a switch of protocols', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
  ])('gives up on %s', (_name, text) => {
    expect(() => parse(text)).toThrow('The store');
  });
});
