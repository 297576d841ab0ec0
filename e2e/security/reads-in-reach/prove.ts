import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDb } from '@oriel/db/client';
import { homePaths } from '@oriel/testbed/embedded/home';
import { freePort } from '@oriel/testbed/process/free-port';
import { type SeedStores, startSeedStores } from '@oriel/testbed/seed/start-stores';
import { eachOf } from '../read-path/each.ts';
import { type RunningGateway, startGatewayProcess } from '../read-path/gateway.ts';
import { addProject, addReader, addSeed, type Reader } from '../read-path/rows.ts';
import {
  allPairs,
  type Marks,
  newMarks,
  pushMarkedLogs,
  pushMarkedMetrics,
  putMarkedRules,
  writeMarkedRules,
} from './marks.ts';
import { type Amount, type Question, questions } from './questions.ts';
import { type TailFigures, tailInReach } from './tail.ts';

export interface ReachFigures {
  readonly asked: number;
  readonly bytes: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Answers with data of the reader's own. */
  readonly withOwn: number;
  /** Answers with a mark from outside the reach, or of the other tenant: must be none. */
  readonly leaks: readonly string[];
  /** Answers with 5xx: must be none. */
  readonly failed: readonly string[];
  /** A control: what somebody who may read the whole project sees of the same. */
  readonly seenByWhole: number;
  readonly tail: TailFigures;
}

const slug = 'shop';
/** Loki 3.7 says 500 for a mistake in the query. */
const storesOwn = /matching labels must be unique on one side/;

/** Row 12: real stores hold marked data, and readers of a part ask for everything in every way. */
export async function proveReach(databaseUrl: string, amount: Amount): Promise<ReachFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'oriel-reach-'));
  const marks = newMarks();
  const stopping: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const stores = await startMarkedStores(folder, marks);
    stopping.push(stores.stop);
    const db = createDb(databaseUrl);
    stopping.push(() => db.$disconnect());
    const seedId = await addSeed(db, stores);
    const shop = await addProject(db, seedId, { slug, clusters: ['a', 'b'] });
    await addProject(db, seedId, { slug: 'bank' });
    const [a = '', b = ''] = [shop.clusters.a, shop.clusters.b];
    const readers = [
      await addReader(db, shop, [{ clusterIds: [a], namespaces: ['x', 'y'] }]),
      await addReader(db, shop, [
        { clusterIds: [a], namespaces: ['x', 'y'] },
        { clusterIds: [b], namespaces: ['z'] },
      ]),
    ];
    const whole = await addReader(db, shop);
    const gateway = await startGatewayProcess(folder, databaseUrl);
    stopping.push(gateway.stop);
    await untilSeen(gateway, whole, marks);
    const figures = { asked: 0, bytes: 0, statuses: {} as Record<number, number>, withOwn: 0 };
    const leaks: string[] = [];
    const failed: string[] = [];
    const all = questions(amount);
    const everybody = all.map((question, index) => ({ question, reader: readers[index % 3 === 0 ? 1 : 0] as Reader }));
    await eachOf(everybody, 8, async ({ question, reader }) => {
      const { status, text } = await ask(gateway, reader, question);
      figures.asked++;
      figures.bytes += text.length;
      figures.statuses[status] = (figures.statuses[status] ?? 0) + 1;
      if (status >= 500 && !storesOwn.test(text))
        failed.push(`${status} ${question.path} ${JSON.stringify(question.params)}: ${text}`);
      if (text.includes(marks.inside)) figures.withOwn++;
      if (text.includes(marks.outside) || text.includes(marks.foreign)) {
        leaks.push(`${status} ${question.path} ${JSON.stringify(question.params)}: ${text}`);
      }
    });
    let seenByWhole = 0;
    await eachOf(all.slice(0, 300), 8, async (question) => {
      if ((await ask(gateway, whole, question)).text.includes(marks.outside)) seenByWhole++;
    });
    const tail = await tailInReach({ gateway, readers, marks, logsUrl: stores.logsUrl, orgId: shop.orgId, amount });
    return { ...figures, leaks, failed, seenByWhole, tail };
  } finally {
    for (const stop of stopping.reverse()) await stop();
  }
}

const isInside = (cluster: string, namespace: string) =>
  (cluster === 'a' && ['x', 'y'].includes(namespace)) || (cluster === 'b' && namespace === 'z');

async function startMarkedStores(home: string, marks: Marks): Promise<SeedStores> {
  const ports = {
    lokiHttp: await freePort(),
    lokiGrpc: await freePort(),
    mimirHttp: await freePort(),
    mimirGrpc: await freePort(),
  };
  await writeMarkedRules(join(homePaths(home).loki, 'rules'), `${slug}-org`, marks);
  const stores = await startSeedStores({ home, ports });
  const own = allPairs(isInside, marks);
  const others = own.map((labels) => ({ ...labels, pod: marks.foreign }));
  for (const [orgId, pairs] of [
    [`${slug}-org`, own],
    ['bank-org', others],
  ] as const) {
    await pushMarkedLogs(stores.logsUrl, orgId, pairs);
    await pushMarkedMetrics(stores.metricsUrl, orgId, pairs);
  }
  await putMarkedRules(stores.metricsUrl, `${slug}-org`, marks);
  return stores;
}

/** Stores that have just started take a moment, and so do their rulers. */
async function untilSeen(gateway: RunningGateway, whole: Reader, marks: Marks): Promise<void> {
  const wanted = ['/prometheus/api/v1/series?match[]=up', '/loki/api/v1/series?match[]={app="api"}'];
  wanted.push('/prometheus/api/v1/alerts', '/loki/prometheus/api/v1/rules');
  const deadline = Date.now() + 120_000;
  for (const path of wanted) {
    for (;;) {
      const response = await fetch(`${gateway.origin}/api/projects/${slug}${path}`, { headers: whole.headers });
      const text = await response.text();
      if (text.includes(marks.outside)) break;
      if (Date.now() > deadline) throw new Error(`${path} shows nothing to see: ${response.status} ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

async function ask({ origin }: RunningGateway, { headers }: Reader, { path, params, posts }: Question) {
  const url = `${origin}/api/projects/${slug}${path}`;
  const form = new URLSearchParams(params.map(([name, value]): [string, string] => [name, value]));
  const response = posts
    ? await fetch(url, { method: 'POST', headers, body: form })
    : await fetch(`${url}?${form}`, { headers });
  return { status: response.status, text: `${JSON.stringify([...response.headers])}${await response.text()}` };
}
