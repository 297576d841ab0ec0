import type { Seen } from '@oriel/ingest/nginx.fixture';
import type { RecordedWorld } from '../read-path/recorded-world.ts';

/** Headers that may arrive at a store; anything else of a client's is one too many. */
const known =
  /^(?:host|connection|x-scope-orgid|accept|accept-encoding|cache-control|content-type|content-length|content-encoding|transfer-encoding|user-agent|x-prometheus-remote-write-version)$/;

/** The tenants must be these, all of them and nobody else. */
export function whyWrongAtStore({ method, url, rawHeaders }: Seen, authorized: readonly string[]): string | undefined {
  const pairs = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [[name.toLowerCase(), rawHeaders[at + 1] ?? ''] as const] : [],
  );
  const tenants = pairs.filter(([name]) => name === 'x-scope-orgid').map(([, value]) => value);
  const strange = pairs.filter(([name]) => !known.test(name));
  const named = [...(tenants[0]?.split('|') ?? [])].sort();
  const isExact = tenants.length === 1 && named.join('|') === [...authorized].sort().join('|');
  if (isExact && strange.length === 0) return undefined;
  return `a store saw ${method} ${url} of ${JSON.stringify(tenants)} with ${JSON.stringify(strange)}`;
}

export function whyWrongAtWeb({ method, url, headers }: Seen, { own }: RecordedWorld): string | undefined {
  const forged = Object.keys(headers).filter((name) =>
    /^x-(?:scope-orgid$|webauth-|prom-label|middleware-|original-url|rewrite-url|http-method|real-ip)/.test(name),
  );
  const isTelemetry = url.startsWith(`/api/projects/${own.slug}/`) || /^\/(?:api\/global|grafana)\//.test(url);
  const isOurs =
    headers.host === 'oriel.localhost:3000' &&
    headers['x-forwarded-host'] === 'oriel.localhost:3000' &&
    headers['x-forwarded-for'] === '127.0.0.1' &&
    headers['x-forwarded-proto'] === 'http';
  if (forged.length === 0 && !isTelemetry && isOurs) return undefined;
  return `the web process saw ${method} ${url} with ${JSON.stringify(headers)}`;
}

/** Grafana believes these two: they must be the ones of the person and of the organization that she may read. */
export function whyWrongAtGrafana({ method, url, rawHeaders }: Seen, world: RecordedWorld): string | undefined {
  const [{ orgId }] = world.organizations;
  const expected = { 'x-webauth-user': world.readers[0].userId, 'x-grafana-org-id': String(orgId) };
  const strange = rawHeaders.flatMap((name, at) => {
    if (at % 2 === 1) return [];
    const value = rawHeaders[at + 1] ?? '';
    const isOurs = expected[name.toLowerCase() as keyof typeof expected] === value;
    return isOurs || knownAtGrafana.test(name) ? [] : [[name, value]];
  });
  const named = rawHeaders.filter((name, at) => at % 2 === 0 && Object.hasOwn(expected, name.toLowerCase()));
  if (strange.length === 0 && named.length === 2) return undefined;
  return `Grafana saw ${method} ${url} with ${JSON.stringify(rawHeaders)}`;
}

const knownAtGrafana =
  /^(?:host|connection|accept|accept-encoding|accept-language|content-type|content-length|transfer-encoding|if-modified-since|if-none-match|user-agent)$/i;
