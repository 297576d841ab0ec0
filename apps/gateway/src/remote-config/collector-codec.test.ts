import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { describe, expect, it } from 'vitest';
import { decodeGetConfigRequest, encodeGetConfigResponse } from './collector-codec.ts';
import { getConfigRequestInJson } from './collector-messages.ts';

const entry = (key: string, value: string) =>
  new BinaryWriter()
    .tag(1, WireType.LengthDelimited)
    .string(key)
    .tag(2, WireType.LengthDelimited)
    .string(value)
    .finish();

describe('decodeGetConfigRequest', () => {
  it('reads what it knows and skips the rest', () => {
    const field = (number: number, bytes: Uint8Array) =>
      new BinaryWriter().tag(number, WireType.LengthDelimited).bytes(bytes).finish();
    const file = Buffer.concat([field(1, Buffer.from('// é')), field(2, Buffer.from('text/plain'))]);
    const effective = field(1, field(1, field(2, file)));
    const status = new BinaryWriter()
      .tag(1, WireType.Varint)
      .int32(3)
      .tag(2, WireType.LengthDelimited)
      .string('line 1: boom')
      .finish();
    const bytes = new BinaryWriter()
      .tag(1, WireType.LengthDelimited)
      .string('logs/node-1')
      .tag(2, WireType.LengthDelimited)
      .bytes(entry('deprecated', '1'))
      .tag(4, WireType.LengthDelimited)
      .bytes(entry('collector.version', 'v1.19.0'))
      .tag(4, WireType.LengthDelimited)
      .bytes(entry('__proto__', 'x'))
      .tag(6, WireType.LengthDelimited)
      .bytes(effective)
      .tag(5, WireType.LengthDelimited)
      .bytes(status)
      .tag(3, WireType.LengthDelimited)
      .string('abc')
      .tag(99, WireType.Bit64)
      .fixed64(1)
      .finish();
    expect(decodeGetConfigRequest(bytes)).toEqual({
      id: 'logs/node-1',
      hash: 'abc',
      localAttributes: { 'collector.version': 'v1.19.0' },
      status: { status: 'FAILED', errorMessage: 'line 1: boom' },
      effective: '// é',
    });
  });

  it('takes an empty message for one of defaults, as protobuf does', () => {
    expect(decodeGetConfigRequest(new Uint8Array())).toEqual({
      id: '',
      hash: '',
      localAttributes: {},
      status: undefined,
    });
  });

  it.each([
    ['a length beyond the end', [0x0a, 0x7f, 0x61]],
    ['an unfinished number', [0x0a, 0xff]],
    ['an unknown wire type', [0x0f]],
    ['field number 0', [0x02, 0x00]],
  ])('refuses %s', (_what, bytes) => {
    expect(() => decodeGetConfigRequest(new Uint8Array(bytes))).toThrow();
  });
});

describe('getConfigRequestInJson', () => {
  it('takes both spellings of names, and enums by name or number', () => {
    const expected = {
      id: 'a',
      hash: '',
      localAttributes: { b: 'c' },
      status: { status: 'APPLIED', errorMessage: '' },
    };
    expect(
      getConfigRequestInJson.parse({
        id: 'a',
        localAttributes: { b: 'c' },
        remoteConfigStatus: { status: 'RemoteConfigStatuses_APPLIED' },
      }),
    ).toEqual(expected);
    expect(
      getConfigRequestInJson.parse({ id: 'a', local_attributes: { b: 'c' }, remoteConfigStatus: { status: 1 } }),
    ).toEqual(expected);
  });
});

describe('encodeGetConfigResponse', () => {
  it('leaves out defaults', () => {
    expect(encodeGetConfigResponse({ content: '', hash: 'h', notModified: true })).toEqual(
      Buffer.from([0x12, 1, 0x68, 0x18, 1]),
    );
    expect(encodeGetConfigResponse({ content: 'é', hash: '', notModified: false })).toEqual(
      Buffer.from([0x0a, 2, 0xc3, 0xa9]),
    );
  });
});
