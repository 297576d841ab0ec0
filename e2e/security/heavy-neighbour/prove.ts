import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDb } from '@oriel/db/client';
import { freePort } from '@oriel/testbed/process/free-port';
import { startSeedStores } from '@oriel/testbed/seed/start-stores';
import { storePlaces } from '@oriel/testbed/seed/store-places';
import { startGatewayProcess } from '../read-path/gateway.ts';
import { addProject, addReader, addSeed } from '../read-path/rows.ts';
import { type Call, p95, startHeavy } from './ask.ts';
import { pushHistory } from './data.ts';

export interface NeighbourFigures {
  /** p95 in milliseconds of B's small query: alone, beside A, and (a control) beside A who asks past the gateway. */
  readonly aloneMs: number;
  readonly besideMs: number;
  readonly unguardedMs?: number;
  /** Heavy queries that A got answered meanwhile, and how many were refused for their number. */
  readonly answered: number;
  readonly refused: number;
}

export interface NeighbourOptions {
  /** Small queries per phase. */
  readonly asks: number;
  /** Heavy queries of A in the air. */
  readonly sideBySide: number;
  /** Whether the heavy ones are also tried past the gateway. They take long to end there. */
  readonly withControl: boolean;
}

const stores = ['metrics', 'logs'] as const;
export type Store = (typeof stores)[number];

/** Of each store: what B asks, and what A asks as often as it can. */
function queriesAt(now: number): Record<Store, { prefix: string; light: string; heavy: string }> {
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

/** Row 20: B asks a small query again and again while A keeps many heavy ones in the air. */
export async function proveNeighbour(
  databaseUrl: string,
  { asks, sideBySide, withControl }: NeighbourOptions,
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
    const seed = await startSeedStores({ home, ports });
    stopping.push(() => seed.stop());
    const seedId = await addSeed(db, seed);
    const [a, b] = [await addProject(db, seedId, { slug: 'heavy' }), await addProject(db, seedId, { slug: 'light' })];
    for (const { orgId } of [a, b]) await pushHistory(seed, orgId);
    const [readerA, readerB] = [await addReader(db, a), await addReader(db, b)];
    const gateway = await startGatewayProcess(home, databaseUrl, {
      environment: { ORIEL_STORE_CONCURRENCY: String(storePlaces()) },
    });
    stopping.push(() => gateway.stop());

    const queries = queriesAt(Math.floor(Date.now() / 1_000));
    const through = (slug: string, store: Store, call: string) =>
      `${gateway.origin}/api/projects/${slug}${store === 'metrics' ? '/prometheus' : ''}${call}`;
    const light = (store: Store): Call => ({
      url: through('light', store, queries[store].light),
      headers: readerB.headers,
      expect: 'pod-1',
    });
    const heavy = (store: Store): Call => ({
      url: through('heavy', store, queries[store].heavy),
      headers: readerA.headers,
    });
    const pastTheGateway = (store: Store): Call => ({
      url: `${store === 'metrics' ? seed.metricsUrl : seed.logsUrl}${queries[store].prefix}${queries[store].heavy}`,
      headers: { 'x-scope-orgid': a.orgId },
    });
    const beside = async (store: Store, load: Call) => {
      const running = startHeavy(load, sideBySide);
      try {
        await pause(1_000);
        const besideMs = await p95(light(store), asks, running.isAnswered);
        return { besideMs, ...(await running.stop()) };
      } finally {
        await running.stop();
      }
    };

    const figures = {} as Record<Store, NeighbourFigures>;
    for (const store of stores) {
      await p95(light(store), asks);
      const aloneMs = await p95(light(store), asks);
      figures[store] = { aloneMs, ...(await beside(store, heavy(store))) };
      await pause(3_000);
    }
    // Last: what a store was asked for past the gateway keeps it busy after the asker has gone.
    if (withControl) {
      for (const store of stores) {
        figures[store] = { ...figures[store], unguardedMs: (await beside(store, pastTheGateway(store))).besideMs };
      }
    }
    return figures;
  } finally {
    for (const stop of stopping.reverse()) await stop();
  }
}
