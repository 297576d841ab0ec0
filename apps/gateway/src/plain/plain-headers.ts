import { type RequestHead, readHead } from '../request-head.ts';

export interface PlainHeaders {
  /** Names and values in turn, as they came. */
  readonly raw: readonly string[];
  readonly head: RequestHead;
  /** As Content-Length has it. */
  readonly length: string | undefined;
}

/** Node refuses a thousand. */
const most = 100;

const shape = /^(?:\r\n[A-Za-z][A-Za-z0-9-]*: [\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)+$/;

/** What says how a request is read, beside those that are looked at below. */
const framing = new Set([
  'te',
  'expect',
  'trailer',
  'upgrade',
  'keep-alive',
  'http2-settings',
  'proxy-connection',
  'transfer-encoding',
]);

/** Header lines, each behind the end of the line before it; undefined where one of them is not plain. */
export function readPlainHeaders(lines: string): PlainHeaders | undefined {
  if (!shape.test(lines)) return undefined;
  const raw: string[] = [];
  const seen = { hosts: 0, length: undefined as string | undefined };
  for (let at = 2; at < lines.length; ) {
    const colon = lines.indexOf(':', at);
    const next = lines.indexOf('\r\n', colon);
    const to = next === -1 ? lines.length : next;
    const name = lines.slice(at, colon);
    const value = lines.slice(colon + 2, to);
    if (!isHarmless(name, value, seen)) return undefined;
    raw.push(name, value);
    at = to + 2;
  }
  if (seen.hosts !== 1 || raw.length > 2 * most) return undefined;
  return { raw, head: readHead(raw), length: seen.length };
}

function isHarmless(name: string, value: string, seen: { hosts: number; length: string | undefined }): boolean {
  // The length alone rules out nearly every header that is of no interest.
  switch (name.length) {
    case 4:
      if (name.toLowerCase() === 'host') seen.hosts++;
      return true;
    case 10:
      if (name.toLowerCase() === 'connection') return value.toLowerCase() === 'keep-alive';
      return !framing.has(name.toLowerCase());
    case 14:
      if (name.toLowerCase() !== 'content-length') return !framing.has(name.toLowerCase());
      if (seen.length !== undefined) return false;
      seen.length = value;
      return true;
    case 2:
    case 6:
    case 7:
    case 16:
    case 17:
      return !framing.has(name.toLowerCase());
    default:
      return true;
  }
}
