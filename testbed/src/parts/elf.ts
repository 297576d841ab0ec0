import { open } from 'node:fs/promises';

const programInterpreter = 3;

/**
 * Whether an ELF file runs without a dynamic loader, as it must in an image made from nothing.
 * A static program has no PT_INTERP program header (ELF-64 specification, figure 2-1 on).
 * Anything that is no little-endian 64-bit ELF file counts as not static.
 */
export function isStaticElf(bytes: Buffer): boolean {
  const isElf64 = bytes.length >= 64 && bytes.readUInt32BE(0) === 0x7f454c46 && bytes[4] === 2 && bytes[5] === 1;
  if (!isElf64) return false;
  const tableOffset = Number(bytes.readBigUInt64LE(32));
  const entrySize = bytes.readUInt16LE(54);
  const entries = bytes.readUInt16LE(56);
  if (tableOffset + entries * entrySize > bytes.length) return false;
  for (let index = 0; index < entries; index++) {
    if (bytes.readUInt32LE(tableOffset + index * entrySize) === programInterpreter) return false;
  }
  return true;
}

export async function isStaticFile(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    // The program headers follow the file header directly; these files have hundreds of MB.
    const head = Buffer.alloc(8192);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return isStaticElf(head.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}
