import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { homePaths } from '@oriel/testbed/embedded/home';
import { freePort } from '@oriel/testbed/process/free-port';
import { type SeedStores, startSeedStores } from '@oriel/testbed/seed/start-stores';
import { allPairs, type Marks, pushMarkedLogs, pushMarkedMetrics, putMarkedRules, writeMarkedRules } from './marks.ts';

const isInside = (cluster: string, namespace: string) =>
  (cluster === 'a' && ['x', 'y'].includes(namespace)) || (cluster === 'b' && namespace === 'z');

/** A Loki and a Mimir with marked data of the project and of another one, which goes on coming until they stop. */
export async function startMarkedStores(home: string, slugs: readonly [own: string, other: string], marks: Marks) {
  const [ownOrg, otherOrg] = slugs.map((slug) => `${slug}-org`) as [string, string];
  const ports = {
    lokiHttp: await freePort(),
    lokiGrpc: await freePort(),
    mimirHttp: await freePort(),
    mimirGrpc: await freePort(),
  };
  await writeMarkedRules(join(homePaths(home).loki, 'rules'), ownOrg, marks);
  const stores = await startSeedStores({ home, ports });
  const own = allPairs(isInside, marks);
  const data = [
    [ownOrg, own],
    [otherOrg, own.map((labels) => ({ ...labels, pod: marks.foreign }))],
  ] as const;
  const push = async () => {
    for (const [orgId, pairs] of data) {
      await pushMarkedLogs(stores.logsUrl, orgId, pairs);
      await pushMarkedMetrics(stores.metricsUrl, orgId, pairs);
    }
  };
  await push();
  await putMarkedRules(stores.metricsUrl, ownOrg, marks);
  return { ...stores, stop: withStop(stores, keepOn(push)) };
}

/** A gauge of five minutes ago has no value now. What a busy store does not take, it takes the next time. */
function keepOn(push: () => Promise<void>): () => Promise<void> {
  const end = new AbortController();
  const going = (async () => {
    while (!end.signal.aborted) {
      await pause(20_000, undefined, { signal: end.signal }).catch(() => undefined);
      if (!end.signal.aborted) await push().catch(() => undefined);
    }
  })();
  return async () => {
    end.abort();
    await going;
  };
}

function withStop(stores: SeedStores, endWriting: () => Promise<void>): () => Promise<void> {
  return async () => {
    await endWriting().finally(() => stores.stop());
  };
}
