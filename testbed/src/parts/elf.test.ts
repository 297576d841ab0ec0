import { expect, test } from 'vitest';
import { isStaticElf } from './elf.ts';

const headerSize = 64;
const entrySize = 56;

function elf(...segmentTypes: number[]): Buffer {
  const bytes = Buffer.alloc(headerSize + entrySize * segmentTypes.length);
  bytes.write('\x7fELF', 'latin1');
  bytes.set([2, 1, 1], 4);
  bytes.writeBigUInt64LE(BigInt(headerSize), 32);
  bytes.writeUInt16LE(entrySize, 54);
  bytes.writeUInt16LE(segmentTypes.length, 56);
  for (const [index, type] of segmentTypes.entries()) bytes.writeUInt32LE(type, headerSize + entrySize * index);
  return bytes;
}

test('static means: no segment names an interpreter', () => {
  expect(isStaticElf(elf(6, 1, 1, 4))).toBe(true);
  expect(isStaticElf(elf(6, 3, 1, 1))).toBe(false);
});

test('what cannot be read counts as not static', () => {
  expect(isStaticElf(Buffer.from('#!/bin/sh\n'))).toBe(false);
  expect(isStaticElf(elf(1, 1).subarray(0, 100))).toBe(false);
});
