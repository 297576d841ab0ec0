import { X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { createAuthority, issueAgent, issueServer, renewalDueAt } from './certificates.ts';

const now = new Date('2026-03-01T00:00:00Z');
const clusterId = '0b1d7a52-54a1-4a4c-8d34-0ad7a3a0e6a1';
const authority = await createAuthority('Oriel seed test', { now });

test('an agent certificate names the cluster and nothing else, lives 90 days and serves as a client only', async () => {
  const issued = await issueAgent(authority, clusterId, { now });
  const parsed = new X509Certificate(issued.certPem);
  expect(parsed.subject).toBe(`CN=${clusterId}`);
  expect(parsed.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
  expect(parsed.ca).toBe(false);
  expect(parsed.verify(new X509Certificate(authority.certPem).publicKey)).toBe(true);
  expect(issued.notAfter.toISOString()).toBe('2026-05-30T00:00:00.000Z');
  expect(parsed.serialNumber.toLowerCase()).toBe(issued.serial);
  expect((await issueAgent(authority, clusterId, { now })).serial).not.toBe(issued.serial);
});

test('a server certificate holds names and addresses', async () => {
  const { certPem } = await issueServer(authority, ['ingest.example.org', '10.10.0.1', '::1'], { now });
  expect(new X509Certificate(certPem).subjectAltName).toBe(
    'DNS:ingest.example.org, IP Address:10.10.0.1, IP Address:0:0:0:0:0:0:0:1',
  );
});

test('the authority signs leaves only', () => {
  const parsed = new X509Certificate(authority.certPem);
  expect(parsed.ca).toBe(true);
  expect(parsed.checkIssued(parsed)).toBe(true);
});

test('renewal is due after two thirds of a life', () => {
  expect(renewalDueAt(new Date(0), new Date(90_000)).getTime()).toBe(60_000);
});
