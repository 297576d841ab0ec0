import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDb, type Db } from '@oriel/db/client';
import { Upstream } from '@oriel/ingest/nginx.fixture';
import { type RunningGateway, startGatewayProcess } from './gateway.ts';
import { addProject, addReader, addSeed, type Project, type Reader } from './rows.ts';

export interface RecordedWorld {
  readonly db: Db;
  readonly gateway: RunningGateway;
  /** In the place of both stores. */
  readonly store: Upstream;
  readonly web: Upstream;
  readonly own: Project;
  readonly other: Project;
  /** Of the whole project, and of the namespace pay in the cluster near. */
  readonly readers: readonly [whole: Reader, narrowed: Reader];
}

const emptyResult = { resultType: 'vector', result: [] };

/** Empty, in the shape that the call has: the gateway answers 502 to rules that it cannot read and so cannot narrow. */
function emptyAnswer(url: string): string {
  const [, lists] = /\/api\/v1\/(rules|alerts)(?:\?|$)/.exec(url) ?? [];
  const data = lists === 'rules' ? { groups: [] } : lists === 'alerts' ? { alerts: [] } : emptyResult;
  return JSON.stringify({ status: 'success', data });
}

/** A gateway with recorders behind it, which note whatever reaches them. */
export async function withRecordedWorld<Result>(
  databaseUrl: string,
  use: (world: RecordedWorld) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'oriel-recorded-'));
  const db = createDb(databaseUrl);
  const [store, web] = [new Upstream(), new Upstream()];
  const stopping = [
    () => rm(folder, { recursive: true }),
    () => db.$disconnect(),
    () => store.stop(),
    () => web.stop(),
  ];
  try {
    for (const upstream of [store, web]) {
      upstream.answer = ({ url }, response) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(emptyAnswer(url));
      await upstream.start();
    }
    const url = `http://127.0.0.1:${store.port}`;
    const seedId = await addSeed(db, { logsUrl: url, metricsUrl: url });
    const own = await addProject(db, seedId, { slug: 'shop', clusters: ['near'] });
    const other = await addProject(db, seedId, { slug: 'bank' });
    const part = { clusterIds: [own.clusters.near ?? ''], namespaces: ['pay'] };
    const readers = [await addReader(db, own), await addReader(db, own, [part])] as const;
    const gateway = await startGatewayProcess(folder, databaseUrl, { webUrl: `http://127.0.0.1:${web.port}` });
    stopping.push(gateway.stop);
    return await use({ db, gateway, store, web, own, other, readers });
  } finally {
    for (const stop of stopping.reverse()) await stop();
  }
}
