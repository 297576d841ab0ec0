import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import {
  collectorStatuses,
  type GetConfigRequest,
  type GetConfigResponse,
  type RemoteConfigStatus,
} from './collector-messages.ts';

/**
 * Field numbers of collector.proto; what is not named is skipped. Throws an Error on bytes that are no message. Requests
 * to register and to unregister begin with the same field 1 and can be read by this as well.
 */
export function decodeGetConfigRequest(bytes: Uint8Array): GetConfigRequest {
  const reader = new BinaryReader(bytes);
  const localAttributes: Record<string, string> = {};
  let id = '';
  let hash = '';
  let status: RemoteConfigStatus | undefined;
  let effective: string | undefined;
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (field === 1 && type === WireType.LengthDelimited) id = reader.string();
    else if (field === 3 && type === WireType.LengthDelimited) hash = reader.string();
    else if (field === 4 && type === WireType.LengthDelimited) readEntry(reader.bytes(), localAttributes);
    else if (field === 5 && type === WireType.LengthDelimited) status = decodeStatus(reader.bytes());
    else if (field === 6 && type === WireType.LengthDelimited) effective = decodeEffective(reader.bytes());
    else reader.skip(type, field);
  }
  return { id, hash, localAttributes, status, effective };
}

export function encodeGetConfigResponse({ content, hash, notModified }: GetConfigResponse): Buffer {
  const writer = new BinaryWriter();
  if (content !== '') writer.tag(1, WireType.LengthDelimited).string(content);
  if (hash !== '') writer.tag(2, WireType.LengthDelimited).string(hash);
  if (notModified) writer.tag(3, WireType.Varint).bool(true);
  return Buffer.from(writer.finish());
}

function decodeStatus(bytes: Uint8Array): RemoteConfigStatus {
  const reader = new BinaryReader(bytes);
  let status: RemoteConfigStatus['status'] = 'UNSET';
  let errorMessage = '';
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (field === 1 && type === WireType.Varint) status = collectorStatuses[reader.int32()] ?? 'UNSET';
    else if (field === 2 && type === WireType.LengthDelimited) errorMessage = reader.string();
    else reader.skip(type, field);
  }
  return { status, errorMessage };
}

/** EffectiveConfig → AgentConfigMap → map entry → AgentConfigFile → body: field 1 all the way, but for the entry's value. */
function decodeEffective(bytes: Uint8Array): string | undefined {
  const map = fieldOf(bytes, 1);
  const entry = map && fieldOf(map, 1);
  const file = entry && fieldOf(entry, 2);
  const body = file && fieldOf(file, 1);
  return body && Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8');
}

function fieldOf(bytes: Uint8Array, wanted: number): Uint8Array | undefined {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (field === wanted && type === WireType.LengthDelimited) return reader.bytes();
    reader.skip(type, field);
  }
  return undefined;
}

/** A map entry is a message of its own: key 1, value 2. */
function readEntry(bytes: Uint8Array, into: Record<string, string>): void {
  const reader = new BinaryReader(bytes);
  let key = '';
  let value = '';
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (field === 1 && type === WireType.LengthDelimited) key = reader.string();
    else if (field === 2 && type === WireType.LengthDelimited) value = reader.string();
    else reader.skip(type, field);
  }
  // A key of that name would be the object's prototype.
  if (key !== '__proto__') into[key] = value;
}
