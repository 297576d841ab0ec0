import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import {
  collectorStatuses,
  type GetConfigRequest,
  type GetConfigResponse,
  type RemoteConfigStatus,
} from './collector-messages.ts';

/** Field numbers of collector.proto; what is not named is skipped. Throws an Error on bytes that are no message. */
export function decodeGetConfigRequest(bytes: Uint8Array): GetConfigRequest {
  const reader = new BinaryReader(bytes);
  const localAttributes: Record<string, string> = {};
  let id = '';
  let hash = '';
  let status: RemoteConfigStatus | undefined;
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    if (field === 1 && type === WireType.LengthDelimited) id = reader.string();
    else if (field === 3 && type === WireType.LengthDelimited) hash = reader.string();
    else if (field === 4 && type === WireType.LengthDelimited) readEntry(reader.bytes(), localAttributes);
    else if (field === 5 && type === WireType.LengthDelimited) status = decodeStatus(reader.bytes());
    else reader.skip(type, field);
  }
  return { id, hash, localAttributes, status };
}

/** RegisterCollectorRequest and UnregisterCollectorRequest begin alike: the id is field 1 in both. */
export function decodeCollectorId(bytes: Uint8Array): string {
  return decodeGetConfigRequest(bytes).id;
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
