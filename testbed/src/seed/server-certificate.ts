import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { type Authority, issueServer, renewalDueAt } from '@oriel/ingest/certificates';
import { ingestFiles } from '@oriel/ingest/files';

interface CertificateFiles {
  readonly certPem: string;
  readonly keyPem: string;
}

/**
 * The ingest server's certificate: the one in the folder while it names every name, is signed by
 * this authority and is not due for renewal; a new one otherwise.
 *
 * @param names host names and addresses under which clusters reach nginx.
 */
export async function serverCertificate(
  folder: string,
  authority: Authority,
  names: readonly string[],
): Promise<CertificateFiles> {
  const present = await readPresent(folder);
  if (present && serves(present.certPem, authority, names)) return present;
  return issueServer(authority, names);
}

async function readPresent(folder: string): Promise<CertificateFiles | undefined> {
  try {
    const read = (name: string) => readFile(join(folder, name), 'utf8');
    return { certPem: await read(ingestFiles.serverCert), keyPem: await read(ingestFiles.serverKey) };
  } catch {
    return undefined;
  }
}

function serves(certPem: string, authority: Authority, names: readonly string[]): boolean {
  const certificate = new X509Certificate(certPem);
  if (!certificate.verify(new X509Certificate(authority.certPem).publicKey)) return false;
  if (renewalDueAt(certificate.validFromDate, certificate.validToDate) <= new Date()) return false;
  return names.every((name) =>
    isIP(name) === 0 ? certificate.checkHost(name) !== undefined : certificate.checkIP(name) !== undefined,
  );
}
