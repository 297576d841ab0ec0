import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { services } from '../network.ts';
import { dnsManifest } from './start-dns.ts';

it('listens where kubelet sends the pods', async () => {
  const documents = parseAllDocuments(await readFile(dnsManifest, 'utf8')).map((document) => document.toJS());
  const service = documents.find(({ kind }) => kind === 'Service');
  expect(service.spec.clusterIP).toBe(services.dns);
});
