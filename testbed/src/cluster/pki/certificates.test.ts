import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createAuthority, issue } from './certificates.ts';

describe('issue', () => {
  it('makes a server certificate that verifies against its authority and names what was asked', async () => {
    const authority = await createAuthority('test');
    const leaf = await issue(authority, {
      commonName: 'kube-apiserver',
      usages: ['server'],
      dnsNames: ['kubernetes.default.svc'],
      addresses: ['10.201.79.1', '127.0.0.1'],
    });
    const certificate = new X509Certificate(leaf.certificate);
    expect(certificate.verify(new X509Certificate(authority.certificate).publicKey)).toBe(true);
    expect(certificate.checkIP('10.201.79.1')).toBe('10.201.79.1');
    expect(certificate.checkHost('kubernetes.default.svc')).toBe('kubernetes.default.svc');
    expect(certificate.ca).toBe(false);
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  });

  it('puts user and group where Kubernetes reads them', async () => {
    const authority = await createAuthority('test');
    const leaf = await issue(authority, { commonName: 'admin', organization: 'system:masters', usages: ['client'] });
    expect(new X509Certificate(leaf.certificate).subject).toBe('O=system:masters\nCN=admin');
  });

  it('is not accepted by another authority of the same name', async () => {
    const [one, other] = [await createAuthority('test'), await createAuthority('test')];
    const leaf = await issue(one, { commonName: 'x', usages: ['client'] });
    expect(new X509Certificate(leaf.certificate).verify(new X509Certificate(other.certificate).publicKey)).toBe(false);
  });
});
