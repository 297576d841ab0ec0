import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { renderKubeconfig } from './kubeconfig.ts';

it('embeds certificates and names no file and no program', () => {
  const text = renderKubeconfig({
    cluster: 'demo',
    server: 'https://10.201.79.1:3022',
    authority: 'CA',
    user: 'admin',
    client: { certificate: 'CERT', key: 'KEY' },
  });
  expect(parse(text)).toEqual({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'demo', cluster: { server: 'https://10.201.79.1:3022', 'certificate-authority-data': 'Q0E=' } }],
    users: [{ name: 'admin', user: { 'client-certificate-data': 'Q0VSVA==', 'client-key-data': 'S0VZ' } }],
    contexts: [{ name: 'admin@demo', context: { cluster: 'demo', user: 'admin' } }],
    'current-context': 'admin@demo',
  });
});
