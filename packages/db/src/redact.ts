import type { Prisma } from './client.ts';

const removed = '[removed]';
const secretName = /pass(?:word|phrase)|secret|token|kubeconfig|private.?key|credential|authorization|cookie|envelope/i;
/** Values that give themselves away wherever they stand: our own tokens, PEM keys, JSON web tokens, sealed envelopes, addresses with a password. */
const secretValue =
  /oriel_(?:pat|sat)_[\w-]{8}|-----BEGIN [A-Z ]*PRIVATE KEY-----|\beyJ[\w-]{8,}\.[\w-]{8,}\.|\bv[12]\.[\w-]{1,64}\.[\w-]{12,}\.|:\/\/[^\s/@]*:[^\s/@]+@/;

/**
 * A second line: services give the audit trail no secrets in the first place. Whatever has the name or the look of one is
 * replaced; booleans, numbers and null stay, since "hasPassword: true" tells nothing.
 */
export function withoutSecrets(value: Prisma.InputJsonValue, name = ''): Prisma.InputJsonValue {
  if (typeof value === 'string') return isSecret(name, value) ? removed : value;
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, name));
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, item == null ? item : withoutSecrets(item, key)]),
  ) as Prisma.InputJsonObject;
}

/** Ids of secrets (`tokenId`) are what an entry is about. */
function isSecret(name: string, value: string): boolean {
  return (secretName.test(name) && !/(?:id|ids|name|prefix|state)$/i.test(name)) || secretValue.test(value);
}
