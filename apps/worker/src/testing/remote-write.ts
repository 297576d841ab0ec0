/** One sample as Prometheus remote write 1.0 sends it: protobuf in an uncompressed snappy block. */
export function remoteWriteBody(labels: Readonly<Record<string, string>>, value: number, at: Date): Buffer {
  const pairs = Object.entries(labels).sort(([left], [right]) => (left < right ? -1 : 1));
  const sample = Buffer.concat([Buffer.from([0x09]), double(value), Buffer.from([0x10]), varint(at.getTime())]);
  const series = Buffer.concat([
    ...pairs.map(([name, text]) => field(1, Buffer.concat([field(1, Buffer.from(name)), field(2, Buffer.from(text))]))),
    field(2, sample),
  ]);
  return snappyLiteral(field(1, series));
}

function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2]), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = BigInt(value);
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return Buffer.from([...bytes, Number(rest)]);
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

/** https://github.com/google/snappy/blob/main/format_description.txt, section 2.1, length in two bytes. */
function snappyLiteral(content: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16LE(content.length - 1);
  return Buffer.concat([varint(content.length), Buffer.from([61 << 2]), length, content]);
}
