import { NextRequest } from 'next/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv('DATABASE_URL', 'postgresql://oriel@127.0.0.1:9/none');
  vi.stubEnv('ORIEL_KEY_FILE', '/none');
  vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32));
});
afterEach(() => vi.unstubAllEnvs());

async function answerAt(origin: string) {
  vi.stubEnv('ORIEL_PUBLIC_ORIGIN', origin);
  vi.stubEnv('NEXTAUTH_URL', origin);
  const { proxy } = await import('./proxy.ts');
  return proxy(new NextRequest(`${origin}/p/shop/logs?q=1`)).headers;
}

test('a page pins https where people come by https, and only there', async () => {
  expect((await answerAt('https://oriel.example')).get('strict-transport-security')).toBe('max-age=31536000');
  vi.resetModules();
  expect((await answerAt('http://oriel.localhost:3000')).get('strict-transport-security')).toBeNull();
});

test('a page and its renderer are told the same nonce', async () => {
  const headers = await answerAt('https://oriel.example');
  const policy = headers.get('content-security-policy') ?? '';
  const nonce = headers.get('x-middleware-request-x-nonce') ?? 'none';
  expect(policy).toContain(`'nonce-${nonce}'`);
  expect(headers.get('x-middleware-request-content-security-policy')).toBe(policy);
});
