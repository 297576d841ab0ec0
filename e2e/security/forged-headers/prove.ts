import { randomUUID } from 'node:crypto';
import { connect } from 'node:tls';
import { issueAgent } from '@oriel/ingest/certificates';
import { NginxFixture } from '@oriel/ingest/nginx.fixture';
import { eachOf } from '../read-path/each.ts';
import { dialPlain, sendRaw, statusOf } from '../read-path/raw.ts';
import { withRecordedWorld } from '../read-path/recorded-world.ts';
import { attacks, bytesOf } from './attacks.ts';
import { type Door, readersOf } from './doors.ts';
import { whyWrongAtGrafana, whyWrongAtStore, whyWrongAtWeb } from './judge.ts';

export interface HeaderFigures {
  readonly sent: number;
  /** Requests that arrived at a store, all of which must name the authorized tenant and nobody else. */
  readonly atStores: number;
  readonly atWeb: number;
  readonly atGrafana: number;
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

/** Row 13, the gateway: whatever headers come along, a store sees the tenants that the reader is authorized for. */
export function proveGatewayHeaders(databaseUrl: string, amount: Amount): Promise<HeaderFigures> {
  return withRecordedWorld(databaseUrl, async (world) => {
    const { gateway, store, web, grafana, own, other } = world;
    const statuses: Record<number, number> = {};
    const wrong: string[] = [];
    let atStores = 0;
    const all = attacks({ ownOrg: own.orgId, otherOrg: other.orgId }, { numRuns: amount.requests, seed: amount.seed });
    // One after the other, so that what arrives can be told to be of the one or the other.
    for (const [number, { doors, whyWrong }] of readersOf(world).entries()) {
      const theirs = all.filter((_, index) => (index % 4 === 3 ? 1 : 0) === number);
      await eachOf(theirs.entries(), sideBySide, async ([index, attack]) => {
        const { known, path } = doors[index % doors.length] as Door;
        const request = { method: index % 3 === 0 ? 'POST' : 'GET', path, known, at: index };
        const status = statusOf(await sendRaw(dialPlain(gateway.port), bytesOf(attack, request)));
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (!gatewayStatuses.has(status)) wrong.push(`answered ${status} at ${path}: ${JSON.stringify(attack)}`);
      });
      const seen = store.seen.splice(0);
      atStores += seen.length;
      wrong.push(...seen.flatMap((one) => whyWrong(one) ?? []));
    }
    wrong.push(...web.seen.flatMap((seen) => whyWrongAtWeb(seen, world) ?? []));
    wrong.push(...grafana.seen.flatMap((seen) => whyWrongAtGrafana(seen, world) ?? []));
    return { sent: all.length, atStores, atWeb: web.seen.length, atGrafana: grafana.seen.length, statuses, wrong };
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
    const wrong = [...seen.flatMap((one) => whyWrongAtStore(one, [names.ownOrg]) ?? []), ...unexpected];
    return { sent: all.length, atStores: seen.length, atWeb: 0, atGrafana: 0, statuses, wrong };
  } finally {
    await nginx.stop();
  }
}
