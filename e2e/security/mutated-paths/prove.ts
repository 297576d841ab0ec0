import type { Seen } from '@oriel/ingest/nginx.fixture';
import { eachOf } from '../read-path/each.ts';
import { dialPlain, sendRaw, statusOf } from '../read-path/raw.ts';
import { withRecordedWorld } from '../read-path/recorded-world.ts';
import { mutatedPaths, plainPaths } from './mutations.ts';

export interface PathFigures {
  readonly sent: number;
  readonly atStores: number;
  readonly atWeb: number;
  readonly statuses: Readonly<Record<number, number>>;
  /** Must be empty. */
  readonly wrong: readonly string[];
}

/** Written down here once more, and on purpose not taken from the gateway. */
const prometheusCall =
  /^\/prometheus\/api\/v1\/(?:query|query_range|query_exemplars|series|labels|label\/\w+\/values|metadata|rules|alerts|status\/buildinfo)$/;
const lokiCall =
  /^\/loki\/api\/v1\/(?:query|query_range|series|labels?|label\/\w+\/values|index\/(?:stats|volume|volume_range)|patterns|detected_(?:fields|labels)|format_query)$/;

/** Taken, not in plain form, for administrators only, unknown, a method that is not open. Anything else is a fault of ours. */
const statusesToExpect: ReadonlySet<number> = new Set([200, 400, 403, 404, 405]);

/** Row 14: however a path is bent, a store sees open calls of the reader's own tenant, and pages go to the web process. */
export function provePaths(
  databaseUrl: string,
  { requests, seed }: { readonly requests: number; readonly seed: number },
): Promise<PathFigures> {
  return withRecordedWorld(databaseUrl, async ({ gateway, store, web, own, other, readers }) => {
    const statuses: Record<number, number> = {};
    const unexpected: string[] = [];
    const paths = mutatedPaths(plainPaths(own.slug, other.slug), { numRuns: requests, seed });
    await eachOf(paths.entries(), 16, async ([index, path]) => {
      const { authorization } = readers[index % 2 === 0 ? 0 : 1].headers;
      const head = `${index % 5 === 0 ? 'POST' : 'GET'} ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n`;
      const status = statusOf(await sendRaw(dialPlain(gateway.port), `${head}Connection: close\r\n\r\n`));
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (!statusesToExpect.has(status))
        unexpected.push(`answered ${status}: ${JSON.stringify(head.split('\r\n')[0])}`);
    });
    const wrong = [
      ...store.seen.flatMap((seen) => whyNotOpen(seen, own.orgId) ?? []),
      ...web.seen.flatMap((seen) => whyNotPage(seen) ?? []),
      ...unexpected,
    ];
    return { sent: paths.length, atStores: store.seen.length, atWeb: web.seen.length, statuses, wrong };
  });
}

function whyNotOpen({ url, headers }: Seen, orgId: string): string | undefined {
  const [path = ''] = url.split('?');
  const isOpen = prometheusCall.test(path) || lokiCall.test(path);
  return isOpen && headers['x-scope-orgid'] === orgId ? undefined : `a store saw ${url} of ${headers['x-scope-orgid']}`;
}

/** A page's path is in its plain form, and cannot be read as one of the read APIs however often it is decoded. */
function whyNotPage({ url }: Seen): string | undefined {
  const [path = ''] = url.split('?');
  const isPlain = /^\/[\x21-\x7e]*$/.test(path) && !/\/\/|\\|%2f|%5c|\/\.{1,2}(?:\/|$)/i.test(path);
  const isTelemetry = /^\/api\/(?:projects\/[^/]*|global)\/(?:prometheus|loki)(?:\/|$)/.test(path);
  return isPlain && !isTelemetry ? undefined : `the web process saw ${url}`;
}
