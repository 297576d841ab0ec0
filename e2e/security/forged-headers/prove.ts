import { randomUUID } from 'node:crypto';
import { connect } from 'node:tls';
import { issueAgent } from '@oriel/ingest/certificates';
import { NginxFixture, type Seen } from '@oriel/ingest/nginx.fixture';
import { eachOf } from '../read-path/each.ts';
import { dialPlain, sendRaw, statusOf } from '../read-path/raw.ts';
import { type RecordedWorld, withRecordedWorld } from '../read-path/recorded-world.ts';
import { attacks, bytesOf } from './attacks.ts';

export interface HeaderFigures {
  readonly sent: number;
  /** Requests that arrived at a store, all of which must name the authorized tenant and nobody else. */
  readonly atStores: number;
  readonly atWeb: number;
  readonly statuses: Readonly<Record<number, number>>;
  /** Must be empty. */
  readonly wrong: readonly string[];
}

interface Amount {
  readonly requests: number;
  readonly seed: number;
}

const sideBySide = 16;

/** Taken, malformed, for administrators only, no such project, an expectation that nobody meets. */
const gatewayStatuses: ReadonlySet<number> = new Set([200, 400, 403, 404, 417]);
/**
 * Taken, closed, and 5xx for whatever else, since agents drop data at a 4xx: 501 and 505 are nginx's own words for a
 * coding and a version that it does not speak. Silence (0) is HTTP/0.9, whose answers have no status.
 */
const ingestStatuses: ReadonlySet<number> = new Set([0, 204, 403, 501, 503, 505]);
/** Chunks that break HTTP are the one thing that nginx calls a client's fault: there is no data in them to keep. */
const brokenChunks = /^ffffffffffffffff1\r\n|^5;x="\r\n\r\n|^5\nquery/;

/** Row 13, the gateway: whatever headers come along, a store sees the reader's tenant. */
export function proveGatewayHeaders(databaseUrl: string, amount: Amount): Promise<HeaderFigures> {
  return withRecordedWorld(databaseUrl, async (world) => {
    const { gateway, store, web, own, other, readers } = world;
    const names = { ownOrg: own.orgId, otherOrg: other.orgId };
    const paths = [
      `/api/projects/${own.slug}/prometheus/api/v1/query?query=up`,
      `/api/projects/${own.slug}/loki/api/v1/labels`,
      `/api/projects/${other.slug}/loki/api/v1/labels`,
      // For administrators, which no reader here is.
      '/api/global/prometheus/api/v1/query?query=up',
      '/p/shop',
    ];
    const statuses: Record<number, number> = {};
    const unexpected: string[] = [];
    const all = attacks(names, { numRuns: amount.requests, seed: amount.seed });
    await eachOf(all.entries(), sideBySide, async ([index, attack]) => {
      const { authorization } = readers[index % 2 === 0 ? 0 : 1].headers;
      const known = ['Host: oriel.localhost:3000', `Authorization: ${authorization}`];
      const request = {
        method: index % 3 === 0 ? 'POST' : 'GET',
        path: paths[index % paths.length] ?? '/',
        known,
        at: index,
      };
      const status = statusOf(await sendRaw(dialPlain(gateway.port), bytesOf(attack, request)));
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (!gatewayStatuses.has(status)) unexpected.push(`answered ${status}: ${JSON.stringify(attack)}`);
    });
    const wrong = [
      ...store.seen.flatMap((seen) => whyWrongAtStore(seen, own.orgId) ?? []),
      ...web.seen.flatMap((seen) => whyWrongAtWeb(seen, world) ?? []),
      ...unexpected,
    ];
    return { sent: all.length, atStores: store.seen.length, atWeb: web.seen.length, statuses, wrong };
  });
}

/** Row 13, the seed's nginx: whatever headers come along, a store sees the tenant of the certificate. */
export async function proveIngestHeaders(amount: Amount): Promise<HeaderFigures> {
  const [own, other] = [randomUUID(), randomUUID()];
  const names = { ownOrg: 'tenant-a', otherOrg: 'tenant-b' };
  const nginx = await NginxFixture.start([
    { clusterId: own, orgId: names.ownOrg },
    { clusterId: other, orgId: names.otherOrg },
  ]);
  try {
    const { certPem, keyPem } = await issueAgent(nginx.authority, own);
    const tls = { host: '127.0.0.1', port: nginx.port, ca: nginx.authority.certPem, cert: certPem, key: keyPem };
    const statuses: Record<number, number> = {};
    const unexpected: string[] = [];
    const all = attacks(names, { numRuns: amount.requests, seed: amount.seed });
    await eachOf(all.entries(), sideBySide, async ([index, attack]) => {
      const path = ['/loki/api/v1/push', '/api/v1/push', '/loki/api/v1/labels'][index % 3] ?? '/';
      const request = { method: 'POST', path, known: ['Host: localhost'], at: index };
      const status = statusOf(await sendRaw(() => connect(tls), bytesOf(attack, request)));
      statuses[status] = (statuses[status] ?? 0) + 1;
      const isExpected = ingestStatuses.has(status) || (status === 400 && brokenChunks.test(attack.body));
      if (!isExpected) unexpected.push(`answered ${status}: ${JSON.stringify(attack)}`);
    });
    const seen = [...nginx.logs.seen, ...nginx.metrics.seen];
    const wrong = [...seen.flatMap((one) => whyWrongAtStore(one, names.ownOrg) ?? []), ...unexpected];
    return { sent: all.length, atStores: seen.length, atWeb: 0, statuses, wrong };
  } finally {
    await nginx.stop();
  }
}

/** Headers that may arrive at a store; anything else of a client's is one too many. */
const known =
  /^(?:host|connection|x-scope-orgid|accept|accept-encoding|cache-control|content-type|content-length|content-encoding|transfer-encoding|user-agent|x-prometheus-remote-write-version)$/;

function whyWrongAtStore({ method, url, rawHeaders }: Seen, orgId: string): string | undefined {
  const pairs = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [[name.toLowerCase(), rawHeaders[at + 1] ?? ''] as const] : [],
  );
  const tenants = pairs.filter(([name]) => name === 'x-scope-orgid').map(([, value]) => value);
  const strange = pairs.filter(([name]) => !known.test(name));
  if (tenants.length === 1 && tenants[0] === orgId && strange.length === 0) return undefined;
  return `a store saw ${method} ${url} of ${JSON.stringify(tenants)} with ${JSON.stringify(strange)}`;
}

function whyWrongAtWeb({ method, url, headers }: Seen, { own }: RecordedWorld): string | undefined {
  const forged = Object.keys(headers).filter((name) =>
    /^x-(?:scope-orgid$|webauth-|prom-label|middleware-|original-url|rewrite-url|http-method|real-ip)/.test(name),
  );
  const isTelemetry = url.startsWith(`/api/projects/${own.slug}/`);
  const isOurs =
    headers.host === 'oriel.localhost:3000' &&
    headers['x-forwarded-host'] === 'oriel.localhost:3000' &&
    headers['x-forwarded-for'] === '127.0.0.1' &&
    headers['x-forwarded-proto'] === 'http';
  if (forged.length === 0 && !isTelemetry && isOurs) return undefined;
  return `the web process saw ${method} ${url} with ${JSON.stringify(headers)}`;
}
