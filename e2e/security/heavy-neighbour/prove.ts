import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDb } from '@oriel/db/client';
import { freePort } from '@oriel/testbed/process/free-port';
import { startSeedStores } from '@oriel/testbed/seed/start-stores';
import { startGatewayProcess } from '../read-path/gateway.ts';
import { percentile } from '../read-path/percentile.ts';
import { addProject, addReader, addSeed } from '../read-path/rows.ts';
import { pushHistory } from './data.ts';

export interface NeighbourFigures {
  /** p95 in milliseconds of B's small query: alone, beside A, and beside A where A asks the store past the gateway. */
  readonly aloneMs: number;
  readonly besideMs: number;
  readonly unguardedMs: number;
  /** Heavy queries that A got answered meanwhile, and how many were refused for their number. */
  readonly heavy: { readonly answered: number; readonly refused: number };
}

/** What is asked too slowly shows that in fewer answers. */
const mostMsPerPhase = 20_000;

/** Of each store: what B asks, and what A asks as often as it can. */
function queriesAt(now: number) {
  const range = `end=${now}`;
  const encode = encodeURIComponent;
  return {
    metrics: {
      prefix: '/prometheus',
      light: `/api/v1/query?query=${encode('last_over_time(requests{pod="pod-1"}[1h])')}`,
      heavy: `/api/v1/query_range?query=${encode('sum by (pod) (quantile_over_time(0.9, requests[1h]))')}&${range}&step=2`,
    },
    logs: {
      prefix: '',
      light: `/loki/api/v1/query_range?query=${encode('{pod="pod-1"}')}&start=${now - 7_200}&${range}&limit=5`,
      heavy: `/loki/api/v1/query_range?query=${encode('sum by (took) (rate({app="api"} | logfmt | took > 1ms [1h]))')}&${range}&step=5`,
    },
  };
}

export type Store = keyof ReturnType<typeof queriesAt>;

/** Row 20: B asks a small query again and again while A keeps many heavy ones in the air. */
export async function proveNeighbour(
  databaseUrl: string,
  { asks, sideBySide }: { readonly asks: number; readonly sideBySide: number },
): Promise<Readonly<Record<Store, NeighbourFigures>>> {
  const home = await mkdtemp(join(tmpdir(), 'oriel-neighbour-'));
  const db = createDb(databaseUrl);
  const stopping: (() => Promise<unknown>)[] = [() => rm(home, { recursive: true }), () => db.$disconnect()];
  try {
    const ports = {
      lokiHttp: await freePort(),
      lokiGrpc: await freePort(),
      mimirHttp: await freePort(),
      mimirGrpc: await freePort(),
    };
    const stores = await startSeedStores({ home, ports });
    stopping.push(() => stores.stop());
    const seedId = await addSeed(db, stores);
    const [a, b] = [await addProject(db, seedId, { slug: 'heavy' }), await addProject(db, seedId, { slug: 'light' })];
    for (const { orgId } of [a, b]) await pushHistory(stores, orgId);
    const [readerA, readerB] = [await addReader(db, a), await addReader(db, b)];
    const gateway = await startGatewayProcess(home, databaseUrl);
    stopping.push(() => gateway.stop());

    const measure = async (store: Store): Promise<NeighbourFigures> => {
      const { light, heavy, prefix } = queriesAt(Math.floor(Date.now() / 1_000))[store];
      const through = (slug: string, call: string) =>
        `${gateway.origin}/api/projects/${slug}${store === 'metrics' ? '/prometheus' : ''}${call}`;
      const direct = `${store === 'metrics' ? stores.metricsUrl : stores.logsUrl}${prefix}${heavy}`;
      const p95 = async () => {
        const times: number[] = [];
        const deadline = performance.now() + mostMsPerPhase;
        for (let count = 0; count < asks && performance.now() < deadline; count++) {
          const start = performance.now();
          const response = await fetch(through('light', light), { headers: readerB.headers });
          const text = await response.text();
          times.push(performance.now() - start);
          if (response.status !== 200 || !text.includes('pod-1')) throw new Error(`${response.status} ${text}`);
          await pause(20);
        }
        return percentile(times, 0.95);
      };
      await p95();
      const aloneMs = await p95();
      const own = startHeavy(through('heavy', heavy), readerA.headers, sideBySide);
      await pause(1_000);
      const besideMs = await p95();
      const counts = await own.stop();
      await pause(2_000);
      const unguarded = startHeavy(direct, { 'x-scope-orgid': a.orgId }, sideBySide);
      await pause(1_000);
      const unguardedMs = await p95();
      await unguarded.stop();
      return { aloneMs, besideMs, unguardedMs, heavy: counts };
    };
    return { metrics: await measure('metrics'), logs: await measure('logs') };
  } finally {
    for (const stop of stopping.reverse()) await stop();
  }
}

function startHeavy(url: string, headers: Record<string, string>, sideBySide: number) {
  const over = new AbortController();
  const counts = { answered: 0, refused: 0 };
  const work = async () => {
    while (!over.signal.aborted) {
      // Every one a new question to the store's caches.
      const response = await fetch(
        `${url}&start=${Math.floor(Date.now() / 1_000) - 7_200 - Math.floor(Math.random() * 900)}`,
        {
          headers,
          signal: over.signal,
        },
      ).catch(() => undefined);
      await response?.arrayBuffer().catch(() => undefined);
      if (response?.status === 200) counts.answered++;
      else if (response?.status === 429) counts.refused++;
    }
  };
  const all = Promise.all(Array.from({ length: sideBySide }, work));
  return {
    async stop() {
      over.abort();
      await all;
      return counts;
    },
  };
}
