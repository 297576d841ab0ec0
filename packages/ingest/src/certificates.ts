import 'reflect-metadata';
import type { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import type { AgentCertificate } from '@oriel/domain/desired-state';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const day = 24 * 60 * 60 * 1000;
/** Clocks of clusters differ; a certificate is valid a little before it was made. */
const clockSkew = 10 * 60 * 1000;
const agentLifetimeDays = 90;

/** PEM texts of a seed's authority. The key must be sealed before it is stored. */
export interface Authority {
  readonly certPem: string;
  readonly keyPem: string;
}

export interface IssuedCertificate extends AgentCertificate {
  /** Hexadecimal, unique per authority. */
  readonly serial: string;
  readonly notAfter: Date;
}

export interface Lifetime {
  readonly now?: Date;
  readonly days?: number;
}

/** A self-signed authority for one seed (P-256, ten years unless told otherwise). It signs leaves only. */
export async function createAuthority(name: string, lifetime: Lifetime = {}): Promise<Authority> {
  const keys = await generateKeys();
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity(lifetime, 3650),
    serialNumber: newSerial(),
    name: [{ CN: [name] }],
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certPem: cert.toString('pem'), keyPem: await exportKey(keys.privateKey) };
}

/** The certificate of a seed's nginx. `names` holds host names and addresses under which agents reach it. */
export async function issueServer(
  authority: Authority,
  names: readonly string[],
  lifetime: Lifetime = {},
): Promise<IssuedCertificate> {
  return issue(authority, {
    subject: 'oriel-ingest',
    usage: x509.ExtendedKeyUsage.serverAuth,
    validity: validity(lifetime, 825),
    alternativeNames: names.map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value })),
  });
}

/** The client certificate of one cluster's agents: its subject is the cluster id and nothing else. 90 days. */
export async function issueAgent(
  authority: Authority,
  clusterId: string,
  lifetime: Lifetime = {},
): Promise<IssuedCertificate> {
  return issue(authority, {
    subject: clusterId,
    usage: x509.ExtendedKeyUsage.clientAuth,
    validity: validity(lifetime, agentLifetimeDays),
    alternativeNames: [],
  });
}

/** When a certificate is to be replaced: after two thirds of its life. */
export function renewalDueAt(notBefore: Date, notAfter: Date): Date {
  return new Date(notBefore.getTime() + ((notAfter.getTime() - notBefore.getTime()) * 2) / 3);
}

interface Leaf {
  readonly subject: string;
  readonly usage: x509.ExtendedKeyUsage;
  readonly validity: { readonly notBefore: Date; readonly notAfter: Date };
  readonly alternativeNames: x509.JsonGeneralName[];
}

async function issue(authority: Authority, leaf: Leaf): Promise<IssuedCertificate> {
  const issuer = new x509.X509Certificate(authority.certPem);
  const signingKey = await crypto.subtle.importKey('pkcs8', pemBytes(authority.keyPem), algorithm, false, ['sign']);
  const keys = await generateKeys();
  const serialNumber = newSerial();
  const extensions: x509.Extension[] = [
    new x509.BasicConstraintsExtension(false, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([leaf.usage], false),
    await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
  ];
  if (leaf.alternativeNames.length > 0) {
    extensions.push(new x509.SubjectAlternativeNameExtension(leaf.alternativeNames));
  }
  const cert = await x509.X509CertificateGenerator.create({
    ...leaf.validity,
    serialNumber,
    subject: [{ CN: [leaf.subject] }],
    issuer: issuer.subject,
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey,
    extensions,
  });
  return {
    certPem: cert.toString('pem'),
    keyPem: await exportKey(keys.privateKey),
    serial: serialNumber,
    notAfter: cert.notAfter,
  };
}

function validity({ now = new Date(), days }: Lifetime, defaultDays: number) {
  return {
    notBefore: new Date(now.getTime() - clockSkew),
    notAfter: new Date(now.getTime() + (days ?? defaultDays) * day),
  };
}

/** 127 random bits with the top bit clear: positive in DER without a padding byte (RFC 5280, 4.1.2.2). */
function newSerial(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}

async function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), x509.PemConverter.PrivateKeyTag);
}

function pemBytes(pem: string): ArrayBuffer {
  const [bytes] = x509.PemConverter.decode(pem);
  if (bytes === undefined) throw new TypeError('The authority key is not a PEM text.');
  return bytes;
}
