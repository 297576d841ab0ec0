import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuthority, issueServer } from '@oriel/ingest/certificates';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serverCertificate } from './server-certificate.ts';

const authority = await createAuthority('Seed');
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-certificate-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function place(names: readonly string[], now = new Date()) {
  const issued = await issueServer(authority, names, { now });
  await writeFile(join(folder, 'server.crt'), issued.certPem);
  await writeFile(join(folder, 'server.key'), issued.keyPem);
  return issued;
}

test('one that names everything is kept, so that a start changes nothing', async () => {
  const { certPem, keyPem } = await place(['127.0.0.1', 'localhost', '10.201.1.1']);
  expect(await serverCertificate(folder, authority, ['127.0.0.1', 'localhost'])).toEqual({ certPem, keyPem });
});

test.each([
  ['none is there', async () => undefined, ['127.0.0.1']],
  ['the address has changed', () => place(['127.0.0.1', '10.201.1.1']), ['127.0.0.1', '10.202.2.1']],
  ['a name is missing', () => place(['127.0.0.1']), ['127.0.0.1', 'host.docker.internal']],
  [
    'two thirds of its life are over',
    () => place(['127.0.0.1'], new Date(Date.now() - 600 * 86_400_000)),
    ['127.0.0.1'],
  ],
])('a new one is issued when %s', async (_, prepare, names) => {
  const before = await prepare();
  const after = await serverCertificate(folder, authority, names);
  expect(after.certPem).not.toBe(before?.certPem);
});

test('a new one is issued when another authority signs now', async () => {
  const before = await place(['127.0.0.1']);
  const after = await serverCertificate(folder, await createAuthority('Another'), ['127.0.0.1']);
  expect(after.certPem).not.toBe(before.certPem);
});
