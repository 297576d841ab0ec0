import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HostileProvider, type Misbehaviour, startHostileProvider } from '@/server/testing/hostile-provider.ts';
import { testProvider } from './test-provider.ts';

let hostile: HostileProvider;
beforeAll(async () => {
  hostile = await startHostileProvider();
});
afterAll(() => hostile.close());

describe('a discovery document', () => {
  const discovered = async (how: Misbehaviour) => {
    hostile.misbehaves(how);
    return testProvider(hostile.issuer);
  };

  test('that is right passes the test', async () => {
    hostile.misbehaves({});
    expect(await testProvider(hostile.issuer)).toMatchObject({ ok: true });
  });

  test.each<[string, Misbehaviour]>([
    ['of another issuer', { discovery: { issuer: 'https://evil.example.com' } }],
    ['with a script for an address', { discovery: { authorization_endpoint: 'javascript:alert(1)' } }],
    ['with plain addresses elsewhere', { discovery: { token_endpoint: 'http://192.0.2.1/token' } }],
    ['with keys in a file', { discovery: { jwks_uri: 'file:///etc/passwd' } }],
    ['without keys', { discovery: { jwks_uri: undefined } }],
    ['of a megabyte', { discoveryBytes: 1_000_000 }],
  ])('%s is refused with a sentence', async (_, how) => {
    const { ok, findings } = await discovered(how);
    expect(ok).toBe(false);
    expect(findings).toEqual([{ status: 'error', text: expect.stringMatching(/^(The|There) .+\.$/) }]);
  });

  test('that never comes is given up after 5 s', async () => {
    const startedAt = performance.now();
    const { ok, findings } = await discovered({ silentAt: '/.well-known/openid-configuration' });
    expect(ok).toBe(false);
    expect(findings[0]?.text).toMatch(/does not answer/);
    expect(performance.now() - startedAt).toBeLessThan(7_000);
  });
});
