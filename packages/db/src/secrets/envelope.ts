/** What a column holds. `box` is the sealed secret: see aes-gcm.ts. */
export type Envelope =
  /** Of installations from before data keys: the secret itself is under the provider's key. Rotation replaces them. */
  | { readonly form: 'v1'; readonly keyId: string; readonly box: Uint8Array }
  | { readonly form: 'v2'; readonly keyId: string; readonly wrapped: Uint8Array; readonly box: Uint8Array };

export type SealedEnvelope = Extract<Envelope, { form: 'v2' }>;

/** `v2.<key id>.<wrapped data key>.<sealed secret>`, bytes in base64url. */
export function formatEnvelope({ keyId, wrapped, box }: SealedEnvelope): string {
  return `${envelopePrefix(keyId)}${base64url(wrapped)}.${base64url(box)}`;
}

/** What every envelope that needs no work after a rotation to this key begins with. */
export function envelopePrefix(keyId: string): string {
  return `v2.${writeKeyId(keyId)}.`;
}

/** Undefined where the form is unknown. */
export function parseEnvelope(text: string): Envelope | undefined {
  const [form, id = '', ...parts] = text.split('.');
  const keyId = readKeyId(id);
  if (keyId === undefined) return undefined;
  const bytes = parts.map((part) => Buffer.from(part, 'base64url'));
  if (form === 'v1' && bytes.length === 3) return { form, keyId, box: Buffer.concat(bytes) };
  const [wrapped, box] = bytes;
  if (form !== 'v2' || bytes.length !== 2 || wrapped === undefined || box === undefined) return undefined;
  return { form, keyId, wrapped, box };
}

/** Key services name keys by paths and hosts: what would end a part is escaped. */
function writeKeyId(keyId: string): string {
  return encodeURIComponent(keyId).replaceAll('.', '%2E');
}

/** The second part of an envelope, as a name. */
export function readKeyId(part: string): string | undefined {
  try {
    return part === '' ? undefined : decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
