import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDb, type Db } from '@oriel/db/client';
import { createSession } from '@oriel/db/sessions';
import { platformOrgId } from '@oriel/domain/platform-tenant';
import { Upstream } from '@oriel/ingest/nginx.fixture';
import { type RunningGateway, startGatewayProcess } from './gateway.ts';
import { addOrganization, type Organization, openGrafana } from './grafana-rows.ts';
import { addProject, addReader, addSeed, type Project, type Reader } from './rows.ts';

export interface RecordedWorld {
  readonly db: Db;
  readonly gateway: RunningGateway;
  /** In the place of both stores. */
  readonly store: Upstream;
  readonly web: Upstream;
  readonly grafana: Upstream;
  readonly own: Project;
  readonly other: Project;
  /** Of the whole project, and of the namespace pay in the cluster near. */
  readonly readers: readonly [whole: Reader, narrowed: Reader];
  readonly administrator: Reader;
  /** The tenants that an administrator reads: all projects' and the platform's own. */
  readonly everyTenant: readonly string[];
  /** Of the project `own` and of the other one. */
  readonly organizations: readonly [own: Organization, other: Organization];
  /** Of the reader of the whole project, who has Grafana open: what her browser shows there. */
  readonly atGrafana: { readonly host: string; readonly origin: string; readonly cookie: string };
}

const emptyResult = { resultType: 'vector', result: [] };

/** Empty, in the shape that the call has: the gateway answers 502 to rules that it cannot read and so cannot narrow. */
function emptyAnswer(url: string): string {
  if (url.startsWith('/alertmanager/')) return '[]';
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
  const [store, web, grafana] = [new Upstream(), new Upstream(), new Upstream()];
  const stopping = [
    () => rm(folder, { recursive: true }),
    () => db.$disconnect(),
    () => store.stop(),
    () => web.stop(),
    () => grafana.stop(),
  ];
  try {
    for (const upstream of [store, web, grafana]) {
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
    const administrator = await addReader(db, own, []);
    await db.user.update({ where: { id: administrator.userId }, data: { isPlatformAdmin: true } });
    const organizations = [await addOrganization(db, own.id, 101), await addOrganization(db, other.id, 102)] as const;
    const { userId } = readers[0];
    const session = await db.$transaction((tx) => createSession(tx, { userId }));
    const atGrafana = await openGrafana(db, session.id);
    const gateway = await startGatewayProcess(folder, databaseUrl, {
      webUrl: `http://127.0.0.1:${web.port}`,
      environment: { ORIEL_GRAFANA_URL: `http://127.0.0.1:${grafana.port}` },
    });
    stopping.push(gateway.stop);
    const everyTenant = [own.orgId, other.orgId, platformOrgId];
    const people = { readers, administrator, atGrafana };
    return await use({ db, gateway, store, web, grafana, own, other, everyTenant, organizations, ...people });
  } finally {
    for (const stop of stopping.reverse()) await stop();
  }
}
