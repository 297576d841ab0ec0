import { describe, expect, it } from 'vitest';
import { grafanaAnswerHeaders, grafanaRequestHeaders, redirectWithin } from './headers.ts';

describe('Grafana is told', () => {
  const forged = [
    ['Host', 'evil.example'],
    ['X-WEBAUTH-USER', 'admin'],
    ['X-WebAuth-Role', 'Admin'],
    ['X-Grafana-User', 'admin'],
    ['X-Grafana-Org-Id', '9'],
    ['X-Grafana-Device-Id', 'x'],
    ['X-DS-Authorization', 'Bearer og_x'],
    ['X-Scope-OrgID', 'other'],
    ['Authorization', 'Basic b3JpZWw6'],
    ['Proxy-Authorization', 'Basic b3JpZWw6'],
    ['Cookie', 'grafana_session=1'],
    ['X-Forwarded-For', '127.0.0.1'],
    ['Connection', 'X-WEBAUTH-USER, close'],
    ['Origin', 'http://evil.example'],
    ['Referer', 'http://evil.example/'],
    ['Content-Length', '12'],
    ['Transfer-Encoding', 'chunked'],
    ['Accept', 'application/json'],
    ['Content-Type', 'application/json'],
    ['Content-Type', 'text/plain'],
  ].flat();

  it('who asks and for which organization by us, and of the client’s headers what describes content', () => {
    expect(grafanaRequestHeaders(forged, { host: 'g.example', identification: { userId: 'u', orgId: 7 } })).toEqual([
      ...['host', 'g.example', 'accept', 'application/json', 'content-type', 'application/json'],
      ...['x-webauth-user', 'u', 'x-grafana-org-id', '7'],
    ]);
  });

  it('nobody’s name with a file', () => {
    expect(grafanaRequestHeaders(['X-WEBAUTH-USER', 'admin'], { host: 'g.example' })).toEqual(['host', 'g.example']);
  });
});

describe('an answer', () => {
  const about = { requestId: 'r', publicOrigin: 'http://oriel.localhost:3000', isFile: false };
  const fieldsOf = (list: string[]) =>
    list.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${list[at + 1]}`] : [])).sort();

  it('sets no cookie, is kept nowhere and framed by the control plane alone', () => {
    const answered = {
      'set-cookie': ['grafana_session=1'],
      'x-frame-options': 'deny',
      'content-type': 'text/html',
      'content-security-policy': 'sandbox',
      'cache-control': 'public',
      server: 'x',
    };
    expect(fieldsOf(grafanaAnswerHeaders(answered, about))).toEqual([
      'cache-control: no-store',
      "content-security-policy: frame-ancestors http://oriel.localhost:3000; object-src 'none'; base-uri 'self'",
      'content-security-policy: sandbox',
      'content-type: text/html',
      'cross-origin-resource-policy: same-origin',
      'referrer-policy: same-origin',
      'x-content-type-options: nosniff',
      'x-request-id: r',
    ]);
  });

  it('that is a file of Grafana’s own may be cached as it says', () => {
    const headers = grafanaAnswerHeaders({ 'cache-control': 'public, max-age=3600' }, { ...about, isFile: true });
    expect(headers).toContain('public, max-age=3600');
  });
});

describe('a redirect', () => {
  const origin = 'http://grafana.oriel.localhost:3000';
  it.each([
    ['/d/a/b?orgId=2', '/d/a/b?orgId=2'],
    [`${origin}/d/a`, '/d/a'],
    ['http://evil.example/d/a', undefined],
    ['//evil.example/d/a', undefined],
    ['/login', undefined],
    ['/logout', undefined],
    ['javascript:alert(1)', undefined],
    ['http://[', undefined],
  ])('to %s goes to %s', (location, expected) => {
    expect(redirectWithin(location, origin)).toBe(expected);
  });
});
