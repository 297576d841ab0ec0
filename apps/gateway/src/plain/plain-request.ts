import type { Socket } from 'node:net';

/** A request that is complete and leaves nothing to interpretation. What it shows is what Node's IncomingMessage shows. */
export interface PlainRequest {
  readonly socket: Socket;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
  /** Of a POST, whole. */
  readonly body: Buffer | null;
}

/** Where a longer one begins, Node's parser reads it: it takes heads of up to 16 KiB. */
const largest = 8 * 1024;
/** Node refuses a thousand. */
const mostHeaders = 100;

const shape =
  /^(GET|POST) (\/[\x21\x22\x24-\x7e]*) HTTP\/1\.1((?:\r\n[A-Za-z][A-Za-z0-9-]*: [\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)+)$/;

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

/**
 * Reads a request that came in one piece: a GET without a body, or a POST with its length and just so many bytes. This
 * decides where no request ends: anything incomplete, anything behind it, each header about the connection or the form
 * of the body, every byte outside plain ASCII and every spelling that two parsers might read in two ways gives undefined,
 * and is left to Node's parser as it came (RFC 9112). So nothing is taken here that Node would read differently.
 */
export function readPlainRequest(bytes: Buffer): Omit<PlainRequest, 'socket'> | undefined {
  if (bytes.length > largest) return undefined;
  const text = bytes.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const [, method, url, lines] = (end !== -1 && shape.exec(text.slice(0, end))) || [];
  if (url === undefined || lines === undefined) return undefined;
  const rawHeaders: string[] = [];
  const seen = { hosts: 0, length: undefined as string | undefined };
  for (let at = 2; at < lines.length; ) {
    const colon = lines.indexOf(':', at);
    const next = lines.indexOf('\r\n', colon);
    const to = next === -1 ? lines.length : next;
    const name = lines.slice(at, colon);
    const value = lines.slice(colon + 2, to);
    if (!isHarmless(name, value, seen)) return undefined;
    rawHeaders.push(name, value);
    at = to + 2;
  }
  if (seen.hosts !== 1 || rawHeaders.length > 2 * mostHeaders) return undefined;
  const body = bytes.subarray(end + 4);
  if (method === 'POST') return seen.length === String(body.length) ? { method, url, rawHeaders, body } : undefined;
  return seen.length === undefined && body.length === 0 ? { method: 'GET', url, rawHeaders, body: null } : undefined;
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
