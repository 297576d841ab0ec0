import type { ApiAccess } from './api-access.ts';

const removed = '[removed]';
/** Shorter ones are in every text, and secrets to nobody. */
const shortest = 8;

/**
 * Takes what signs in to a cluster out of what its answers say: a proxy before an API server may quote what it was sent,
 * and its words are shown to whoever may see the cluster.
 */
export function concealer({ token, clientCertificate }: ApiAccess): (text: string) => string {
  const keyPem = clientCertificate?.keyPem.trim();
  const secrets = [token, keyPem].flatMap((secret) => (secret ? [secret, Buffer.from(secret).toString('base64')] : []));
  // What ends the lines of a key differs from quotation to quotation.
  const lines = keyPem?.split(/\s*\n/).filter((line) => !line.startsWith('-----')) ?? [];
  const sought = [...secrets, ...lines].filter(({ length }) => length >= shortest);
  return (text) => sought.reduce((rest, secret) => rest.replaceAll(secret, removed), text);
}
