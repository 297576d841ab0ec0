import { createPrivateKey, X509Certificate } from 'node:crypto';
import { refuse } from './kubeconfig-refusal.ts';

/** The authorities in `certificate-authority-data`, as PEM. */
export function readCertificateAuthority(data: string | undefined): string | undefined {
  if (data === undefined) return undefined;
  const pem = decode(data, 'certificate-authority-data');
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (certificates.length === 0) throw refuse('Its certificate-authority-data holds no PEM certificate.');
  for (const certificate of certificates) parseCertificate(certificate, 'certificate-authority-data');
  return `${certificates.join('\n')}\n`;
}

/** Certificate and key of the user; both or none, and the key must belong to the certificate. */
export function readClientCertificate(
  certificateData: string | undefined,
  keyData: string | undefined,
): { certPem: string; keyPem: string } | undefined {
  if (certificateData === undefined && keyData === undefined) return undefined;
  if (certificateData === undefined || keyData === undefined) {
    throw refuse('Its user has only one of client-certificate-data and client-key-data. Both are needed.');
  }
  const certPem = decode(certificateData, 'client-certificate-data');
  const keyPem = decode(keyData, 'client-key-data');
  const certificate = parseCertificate(certPem, 'client-certificate-data');
  if (!certificate.checkPrivateKey(parseKey(keyPem))) {
    throw refuse('Its client-key-data does not belong to its client-certificate-data.');
  }
  return { certPem, keyPem };
}

function decode(data: string, field: string): string {
  const compact = data.replace(/\s+/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) throw refuse(`Its ${field} is not base64.`);
  return Buffer.from(compact, 'base64').toString('utf8');
}

function parseCertificate(pem: string, field: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw refuse(`Its ${field} is not a certificate in PEM form.`);
  }
}

function parseKey(pem: string) {
  try {
    return createPrivateKey(pem);
  } catch {
    throw refuse('Its client-key-data is not a private key in PEM form, or it is protected by a passphrase.');
  }
}
