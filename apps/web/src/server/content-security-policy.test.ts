import { expect, test } from 'vitest';
import { contentSecurityPolicy, newNonce } from './content-security-policy.ts';

test('every page gets another nonce, and only scripts with it run', () => {
  const [first, second] = [newNonce(), newNonce()];
  expect(first).not.toBe(second);
  const policy = contentSecurityPolicy(first, false);
  expect(policy).toContain(`script-src 'nonce-${first}' 'strict-dynamic';`);
  expect(policy).toContain("object-src 'none'; base-uri 'none'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});
