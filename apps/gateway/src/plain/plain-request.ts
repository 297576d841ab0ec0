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

const start = /^(GET|POST) (\/[\x21\x22\x24-\x7e]*) HTTP\/1\.1$/;
const line = /^([A-Za-z][A-Za-z0-9-]*): ([\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)$/;
/** What says how a request is read, beside those that are looked at below. */
const framing = /^(?:transfer-encoding|expect|upgrade|trailer|te|http2-settings|keep-alive|proxy-connection)$/i;

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
  if (end === -1) return undefined;
  const lines = text.slice(0, end).split('\r\n');
  const [, method, url] = start.exec(lines[0] as string) ?? [];
  if (url === undefined) return undefined;
  const rawHeaders: string[] = [];
  let hosts = 0;
  let length: string | undefined;
  for (let index = 1; index < lines.length; index++) {
    const [, name, value] = line.exec(lines[index] as string) ?? [];
    if (name === undefined || value === undefined || framing.test(name)) return undefined;
    rawHeaders.push(name, value);
    if (isNamed(name, 'host')) hosts++;
    else if (isNamed(name, 'connection') && !isNamed(value, 'keep-alive')) return undefined;
    else if (isNamed(name, 'content-length')) {
      if (length !== undefined) return undefined;
      length = value;
    }
  }
  if (hosts !== 1) return undefined;
  const body = bytes.subarray(end + 4);
  if (method === 'GET')
    return length === undefined && body.length === 0 ? { method, url, rawHeaders, body: null } : undefined;
  return length === String(body.length) ? { method: 'POST', url, rawHeaders, body } : undefined;
}

/** The length first, which alone rules out nearly all. */
function isNamed(text: string, lowerCase: string): boolean {
  return text.length === lowerCase.length && text.toLowerCase() === lowerCase;
}
