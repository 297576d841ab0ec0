import { figure } from '../fixtures/figures.ts';
import { ask } from '../fixtures/http.ts';
import { unique } from '../fixtures/names.ts';
import { addMember, type Member } from '../fixtures/people.ts';
import { productUrl } from '../fixtures/product/place.ts';
import { expect, test } from '../fixtures/test.ts';

let viewer: Member;
test.beforeAll(async ({ admin }) => {
  viewer = await addMember(admin, 'demo', 'viewer', `${unique('viewer')}@example.com`);
});

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
const data = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'cache-control': /no-store/ };

/** One of each kind of answer that the front door gives. */
const answers: [kind: string, path: string, status: number, expected: Record<string, string | RegExp>][] = [
  ['a redirect', '/', 307, {}],
  ['a page', '/sign-in', 200, { 'cache-control': /no-store/ }],
  ['a page that is not there', '/nope', 404, {}],
  ['an icon', '/icon.svg', 200, {}],
  ['a script that is not there', '/_next/static/chunks/nope.js', 404, {}],
  ['an image to be made smaller', '/_next/image?url=/icon.svg&w=64&q=75', 404, {}],
  ['a procedure', '/api/trpc/session.me', 401, data],
  ['a procedure that is not there', '/api/trpc/nope', 404, data],
  ['sign-in', '/api/auth/csrf', 200, data],
  ['REST', '/api/v1/me', 401, data],
  ['an API that is not there', '/api/nope', 404, data],
  ['the gateway’s own', '/api/projects/demo/loki/api/v1/labels', 401, data],
  ['the gateway’s refusal of an address', '/a%2fb', 400, data],
];

test('every kind of answer says what browsers may not do with it', async () => {
  for (const [kind, path, status, expected] of answers) {
    const answer = await ask({ path });
    expect(answer.status, kind).toBe(status);
    for (const [name, value] of Object.entries({ ...everywhere, ...expected })) {
      expect(answer.headers[name], `${name} of ${kind}`).toMatch(typeof value === 'string' ? exactly(value) : value);
    }
    expect(answer.headers['x-powered-by'], kind).toBeUndefined();
    expect(answer.headers.server, kind).toBeUndefined();
    expect(answer.headers['access-control-allow-origin'], kind).toBeUndefined();
  }
  const read = await viewer.caller.get('/api/projects/demo/loki/api/v1/labels');
  expect([read.status, read.headers['content-security-policy']]).toEqual([200, data['content-security-policy']]);
  figure('kinds of answers without the headers of the posture', 0, '0');
});

const exactly = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

test('a page runs scripts with its own nonce only, and is framed nowhere', async () => {
  const [first, second] = [await ask({ path: '/sign-in' }), await ask({ path: '/sign-in' })];
  const policy = String(first.headers['content-security-policy']);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
  expect(nonce.length).toBeGreaterThan(20);
  expect(String(second.headers['content-security-policy'])).not.toContain(nonce);
  for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
    expect(policy).toContain(rule);
  }
  expect(policy).not.toMatch(/script-src[^;]*(?:unsafe|\*|https?:)/);
  const scripts = first.text.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  expect(first.headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(first.headers['permissions-policy']).toContain('camera=()');
});

test('too much is refused, and soon', async () => {
  const headers = { ...viewer.caller.headers, 'content-type': 'application/json' };
  const batch = (size: number) => `${Array(size).fill('session.me').join(',')}?batch=1&input=%7B%7D`;
  await ask({ path: '/api/trpc/session.me', headers });
  const requests = [
    { what: 'a batch of 21', status: [400], ask: { path: `/api/trpc/${batch(21)}`, headers } },
    { what: 'a batch of 1,000', status: [400], ask: { path: `/api/trpc/${batch(1_000)}`, headers } },
    { what: 'a batch of 10,000', status: [431], ask: { path: `/api/trpc/${batch(10_000)}`, headers } },
    {
      what: 'a body of 2 MiB',
      status: [413],
      ask: { method: 'POST', path: '/api/trpc/projects.rename', headers, body: 'x'.repeat(2 ** 21) },
    },
    {
      what: 'a form of 64 KiB',
      status: [413],
      ask: {
        method: 'POST',
        path: '/api/auth/callback/credentials',
        headers: { origin: productUrl },
        body: 'x'.repeat(65_536),
      },
    },
    {
      what: 'a deep body',
      status: [400, 404],
      ask: { method: 'POST', path: '/api/trpc/projects.rename', headers, body: '['.repeat(900_000) },
    },
  ];
  for (const { what, status, ask: request } of requests) {
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const started = performance.now();
      const answer = await ask(request).catch(() => ({ status: 431 }));
      times.push(performance.now() - started);
      expect(status, what).toContain(answer.status);
    }
    figure(`${what} is refused within, in ms (best of 5)`, Math.min(...times), '≤ 50 on an idle machine');
  }
});
