import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDb } from '@oriel/db/client';
import { eachOf } from '../read-path/each.ts';
import { type RunningGateway, startGatewayProcess } from '../read-path/gateway.ts';
import { addProject, addReader, addSeed, type Reader } from '../read-path/rows.ts';
import { startMarkedStores } from './marked-stores.ts';
import { type Marks, newMarks } from './marks.ts';
import { type Amount, type Question, questions } from './questions.ts';
import { type TailFigures, tailInReach } from './tail.ts';
import { Tally } from './tally.ts';

export interface ReachFigures {
  readonly answers: Tally;
  /** A control: what somebody who may read the whole project sees of the same. */
  readonly seenByWhole: number;
  readonly tail: TailFigures;
}

/** So many questions are asked once more by somebody who may see it all. */
export const controls = 150;
const slug = 'shop';

/** Row 12: real stores hold marked data, and readers of a part ask for everything in every way. */
export async function proveReach(databaseUrl: string, amount: Amount): Promise<ReachFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'oriel-reach-'));
  const marks = newMarks();
  const stopping: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const stores = await startMarkedStores(folder, [slug, 'bank'], marks);
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
    const answers = new Tally(marks);
    const all = questions(amount);
    // The second reader's parts make no rectangle, so that every query without a cluster is refused.
    const everybody = all.map((question, index) => ({ question, reader: readers[index % 4 === 0 ? 1 : 0] as Reader }));
    await eachOf(everybody, 8, async ({ question, reader }) => {
      answers.count(question, await ask(gateway, reader, question));
    });
    let seenByWhole = 0;
    await eachOf(all.slice(0, controls), 8, async (question) => {
      if ((await ask(gateway, whole, question)).text.includes(marks.outside)) seenByWhole++;
    });
    const tail = await tailInReach({ gateway, readers, marks, logsUrl: stores.logsUrl, orgId: shop.orgId, amount });
    return { answers, seenByWhole, tail };
  } finally {
    for (const stop of stopping.reverse()) await stop();
  }
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
  const body = await response.text();
  return { status: response.status, body, text: `${JSON.stringify([...response.headers])}${body}` };
}
