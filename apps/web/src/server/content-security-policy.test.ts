import { expect, test } from 'vitest';
import { contentSecurityPolicy, newNonce } from './content-security-policy.ts';

test('every page gets another nonce, and only scripts with it run', () => {
  const [first, second] = [newNonce(), newNonce()];
  expect(first).not.toBe(second);
  const policy = contentSecurityPolicy(first);
  expect(policy).toContain(`script-src 'nonce-${first}' 'strict-dynamic';`);
  expect(policy).toContain("object-src 'none'; base-uri 'none'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test('pages show a frame of Grafana, where there is one, and no other', () => {
  expect(contentSecurityPolicy('n')).toContain("frame-src 'none';");
  expect(contentSecurityPolicy('n', { frames: 'https://grafana.example' })).toContain(
    'frame-src https://grafana.example;',
  );
});
