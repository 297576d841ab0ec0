import { expect, it } from 'vitest';
import { withoutSecrets } from './redact.ts';

it('takes out what has the name of a secret, at any depth', () => {
  expect(
    withoutSecrets({
      name: 'ci',
      tokenId: 'abc',
      hasPassword: true,
      client: [{ clientSecret: 's3cret', clientId: 'oriel' }],
      kubeconfig: 'apiVersion: v1',
      cookies: ['a', 'b'],
      nothing: null,
    }),
  ).toEqual({
    name: 'ci',
    tokenId: 'abc',
    hasPassword: true,
    client: [{ clientSecret: '[removed]', clientId: 'oriel' }],
    kubeconfig: '[removed]',
    cookies: ['[removed]', '[removed]'],
    nothing: null,
  });
});

it.each([
  `oriel_pat_${'x'.repeat(43)}`,
  '-----BEGIN RSA PRIVATE KEY-----\nMIIE',
  'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln',
  'v1.k1.AAAAAAAAAAAAAAAA.BBBB.CCCC',
  'https://reader:hunter2@metrics.example.com/prometheus',
])('takes out what looks like one, whatever its name: %s', (value) => {
  expect(withoutSecrets({ note: `see ${value}` })).toEqual({ note: '[removed]' });
});

it('leaves everything else as it is', () => {
  const change = {
    email: 'a@example.com',
    role: 'viewer',
    version: 'v1.34.4',
    url: 'https://a.b:1/c@d',
    at: 1.5,
    list: [],
    on: false,
  };
  expect(withoutSecrets(change)).toEqual(change);
});
