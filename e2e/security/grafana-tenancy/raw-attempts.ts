import type { Target } from './attempts.ts';

export interface RawAttempt {
  readonly kind: string;
  readonly what: string;
  /** As it goes over the wire. */
  readonly text: string;
  readonly mustFail: boolean;
}

/** What no proper client sends: two hosts, absolute addresses, broken lines, two lengths, upgrades. */
export function rawAttempts({ world, known }: Target): RawAttempt[] {
  const { a, b, people, grafana, gateway } = world;
  const { host, cookie, origin } = people.alice.headers;
  const shown = [`Cookie: ${cookie}`, `Origin: ${origin}`, `X-Grafana-Org-Id: ${a.orgId}`];
  const inB = `X-Grafana-Org-Id: ${b.orgId}`;
  const get = (path: string, ...lines: string[]) =>
    `GET ${path} HTTP/1.1\r\n${[`Host: ${host}`, ...shown, ...lines].join('\r\n')}\r\n\r\n`;
  const upgrade = [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ];
  const api = `/api/dashboards/uid/${known.dashboardUid}`;
  const smuggled = `GET ${api} HTTP/1.1\r\nHost: ${host}\r\nX-WEBAUTH-USER: ${people.bob.userId}\r\n${inB}\r\n\r\n`;
  const raw = (what: string, text: string, mustFail = true) => ({ kind: 'raw requests', what, text, mustFail });
  const socket = (what: string, path: string, ...lines: string[]) => ({
    kind: 'WebSockets',
    what,
    text: get(path, ...upgrade, ...lines),
    mustFail: true,
  });
  return [
    raw('absolute address', get(`http://${host}${api}`, inB)),
    raw('absolute address of Grafana', get(`${grafana.url}${api}`)),
    raw('absolute address of the door', get(`${gateway.origin}/api/search?orgId=${b.orgId}`)),
    raw('two hosts', get('/api/search', `Host: 127.0.0.1`)),
    raw('host in another case', get('/api/search').replace(host, host.toUpperCase()), false),
    raw('a broken line in a header', get('/api/search', `X-A: a\rX-WEBAUTH-USER: ${people.bob.userId}`)),
    raw('a folded header', get('/api/search', `X-A: a\r\n X-WEBAUTH-USER: ${people.bob.userId}`), false),
    raw('a header with a space', get('/api/search', `X-WEBAUTH-USER : ${people.bob.userId}`)),
    raw('a header with a zero byte', get('/api/search', `X-A: \0X-WEBAUTH-USER: ${people.bob.userId}`)),
    raw('a broken line in the address', get(`/api/search HTTP/1.1\r\n${inB}\r\nX-A: b`)),
    raw(
      'two lengths',
      `POST /api/ds/query HTTP/1.1\r\nHost: ${host}\r\n${shown.join('\r\n')}\r\nContent-Length: 4\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`,
    ),
    raw(
      'a length and chunks',
      `POST /api/ds/query HTTP/1.1\r\nHost: ${host}\r\n${shown.join('\r\n')}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    ),
    raw('a body with GET', get('/api/search', `Content-Length: ${smuggled.length}`).concat(smuggled)),
    raw('a second request behind the first', get('/api/search').concat(smuggled), false),
    raw('HTTP/1.0', get(api, inB).replace('HTTP/1.1', 'HTTP/1.0')),
    raw('CONNECT', `CONNECT ${new URL(grafana.url).host} HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
    raw('TRACE', get('/api/search').replace('GET', 'TRACE')),
    socket('live', '/api/live/ws'),
    socket('live in B', `/api/live/ws?orgId=${b.orgId}`, inB),
    socket('live, slashes', '//api/live/ws'),
    socket(
      'tail through the proxy',
      '/api/datasources/proxy/uid/oriel-logs/loki/api/v1/tail?query=%7Bpod%3D~%22.%2B%22%7D',
    ),
    socket(
      'tail at the door',
      `/grafana/v1/organizations/${a.organizationId}/loki/loki/api/v1/tail?query=%7Bpod%3D~%22.%2B%22%7D`,
    ),
    socket('a page', '/d/x'),
    socket('as somebody else', '/api/live/ws', `X-WEBAUTH-USER: ${people.bob.userId}`),
  ];
}
