import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv4 } from 'node:net';
import { addressesOf } from './place.ts';

const typeA = 1;
const typeAaaa = 28;

/** Answers for the trial's names on port 53 of an address; a look-up is one question for each family. */
export async function startDnsServer(address: string): Promise<Socket> {
  const asked = new Map<string, number>();
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const { name, type, end } = readQuestion(query);
    // Both families of one look-up are asked at once; the count goes by one of them.
    const before = asked.get(name) ?? 0;
    if (type === typeAaaa) asked.set(name, before + 1);
    const all = addressesOf(name, { before });
    const fit = all?.filter((one) => (isIPv4(one) ? type === typeA : type === typeAaaa)) ?? [];
    socket.send(answer(query, end, { type, records: fit, exists: all !== undefined }), from.port, from.address);
  });
  socket.bind(53, address);
  await once(socket, 'listening');
  return socket;
}

function readQuestion(query: Buffer) {
  const parts: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    parts.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: parts.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

interface Answer {
  readonly type: number;
  readonly records: readonly string[];
  readonly exists: boolean;
}

function answer(query: Buffer, end: number, { type, records, exists }: Answer): Buffer {
  const head = Buffer.from(query.subarray(0, 12));
  // An answer with authority, to a question that asked for recursion; 3: no such name.
  head.writeUInt16BE(exists ? 0x8580 : 0x8583, 2);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt32BE(0, 8);
  const bodies = records.map((record) => {
    const data = isIPv4(record) ? Buffer.from(record.split('.').map(Number)) : ipv6Bytes(record);
    const start = Buffer.alloc(12);
    start.writeUInt16BE(0xc00c, 0);
    start.writeUInt16BE(type, 2);
    start.writeUInt16BE(1, 4);
    start.writeUInt16BE(data.length, 10);
    return Buffer.concat([start, data]);
  });
  return Buffer.concat([head, query.subarray(12, end), ...bodies]);
}

function ipv6Bytes(address: string): Buffer {
  const [before = '', after = ''] = address.split('::').map((half) =>
    half
      .split(':')
      .filter(Boolean)
      .map((group) => group.padStart(4, '0'))
      .join(''),
  );
  return Buffer.from(before.padEnd(32 - after.length, '0') + after, 'hex');
}
