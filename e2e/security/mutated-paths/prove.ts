import { eachOf } from '../read-path/each.ts';
import { dialPlain, sendRaw, statusOf } from '../read-path/raw.ts';
import { withRecordedWorld } from '../read-path/recorded-world.ts';
import { doorsOf } from './doors.ts';
import { whyNotInGrafana, whyNotPage } from './judge.ts';
import { mutatedPaths } from './mutations.ts';

export interface PathFigures {
  readonly sent: number;
  readonly atStores: number;
  readonly atWeb: number;
  readonly atGrafana: number;
  readonly statuses: Readonly<Record<number, number>>;
  /** Must be empty. */
  readonly wrong: readonly string[];
}

/** Taken, not in plain form, not a secret of that organization's, for administrators only, unknown, a method that is not open. */
const statusesToExpect: ReadonlySet<number> = new Set([200, 400, 401, 403, 404, 405]);

/**
 * Row 14: however a path is bent, a store sees open calls of the tenants that the reader is authorized for, Grafana what
 * is open of it, and pages go to the web process.
 */
export function provePaths(
  databaseUrl: string,
  { requests, seed }: { readonly requests: number; readonly seed: number },
): Promise<PathFigures> {
  return withRecordedWorld(databaseUrl, async (world) => {
    const { gateway, store, web, grafana } = world;
    const statuses: Record<number, number> = {};
    const wrong: string[] = [];
    let [sent, atStores] = [0, 0];
    const doors = doorsOf(world);
    // One after the other, so that what arrives can be told to be of the one or the other.
    for (const [number, { plain, heads, whyWrong }] of doors.entries()) {
      // Half of all for the first, which most paths lead to.
      const share = Math.ceil(requests * (number === 0 ? 1 / 2 : 1 / 2 / (doors.length - 1)));
      // First as they are: what is open is seen to be.
      const paths = [...plain, ...mutatedPaths(plain, { numRuns: share, seed: seed + number })];
      sent += paths.length;
      await eachOf(paths.entries(), 16, async ([index, path]) => {
        const line = `${index % 5 === 0 ? 'POST' : 'GET'} ${path} HTTP/1.1`;
        const bytes = `${line}\r\n${heads[index % heads.length]}`;
        const status = statusOf(await sendRaw(dialPlain(gateway.port), bytes));
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (!statusesToExpect.has(status)) wrong.push(`answered ${status}: ${JSON.stringify(line)}`);
      });
      const seen = store.seen.splice(0);
      atStores += seen.length;
      wrong.push(...seen.flatMap((one) => whyWrong(one) ?? []));
    }
    wrong.push(...web.seen.flatMap((seen) => whyNotPage(seen) ?? []));
    wrong.push(...grafana.seen.flatMap((seen) => whyNotInGrafana(seen, world) ?? []));
    return { sent, atStores, atWeb: web.seen.length, atGrafana: grafana.seen.length, statuses, wrong };
  });
}
