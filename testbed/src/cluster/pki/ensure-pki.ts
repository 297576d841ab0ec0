import { generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAuthority, issue, type KeyPair, type LeafRequest } from './certificates.ts';

/** The certificates of one cluster, made at its first start and kept. */
export interface Pki {
  readonly authority: KeyPair;
  /** `<name>.crt` and `<name>.key`, issued when missing or when the names it must carry have changed. */
  leaf(name: string, request: LeafRequest, issuer?: KeyPair): Promise<KeyPair>;
  file(name: string): string;
}

export async function ensurePki(folder: string): Promise<Pki> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const authority = await ensurePair(folder, 'ca', () => createAuthority('oriel-testbed'));
  await ensureServiceAccountKey(folder);
  // Nodes are prepared side by side and share some of them.
  const inFlight = new Map<string, Promise<KeyPair>>();
  const leaf = (name: string, request: LeafRequest, issuer: KeyPair) =>
    ensurePair(
      folder,
      name,
      () => issue(issuer, request),
      (pem) => carries(pem, request),
    );
  return {
    authority,
    leaf: (name, request, issuer = authority) => {
      const pair = inFlight.get(name) ?? leaf(name, request, issuer);
      inFlight.set(name, pair);
      return pair;
    },
    file: (name) => join(folder, name),
  };
}

/** An authority of etcd's own: with the cluster's, every kubelet's certificate would open the database. */
export function ensureEtcdAuthority(pki: Pki): Promise<KeyPair> {
  return ensurePair(pki.file(''), 'etcd-ca', () => createAuthority('oriel-testbed-etcd'));
}

async function ensurePair(
  folder: string,
  name: string,
  create: () => Promise<KeyPair>,
  fits: (certificate: string) => boolean = () => true,
): Promise<KeyPair> {
  const files = { certificate: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) };
  // The certificate is written last: where it is, its key is too.
  if (existsSync(files.certificate)) {
    const certificate = await readFile(files.certificate, 'utf8');
    if (fits(certificate)) return { certificate, key: await readFile(files.key, 'utf8') };
  }
  const pair = await create();
  await writeWhole(files.key, pair.key, 0o600);
  await writeWhole(files.certificate, pair.certificate, 0o644);
  return pair;
}

/** A home that was started with other ports before has a certificate for other addresses. */
function carries(pem: string, { addresses = [], dnsNames = [] }: LeafRequest): boolean {
  const certificate = new X509Certificate(pem);
  return (
    addresses.every((address) => certificate.checkIP(address) !== undefined) &&
    dnsNames.every((name) => certificate.checkHost(name) !== undefined)
  );
}

/** Signs service account tokens; RSA, because that is what every reader of such tokens understands. */
async function ensureServiceAccountKey(folder: string): Promise<void> {
  const [secret, open] = [join(folder, 'sa.key'), join(folder, 'sa.pub')];
  if (existsSync(open)) return;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = (key: KeyObject, type: 'pkcs8' | 'spki') => key.export({ format: 'pem', type }).toString();
  await writeWhole(secret, pem(privateKey, 'pkcs8'), 0o600);
  await writeWhole(open, pem(publicKey, 'spki'), 0o644);
}

/** All or nothing, for a start that is killed half way. */
async function writeWhole(file: string, content: string, mode: number): Promise<void> {
  const fresh = `${file}.new`;
  await writeFile(fresh, content, { mode });
  await rename(fresh, file);
}
