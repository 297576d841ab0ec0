import { logqlQuery, logqlSelector } from '@oriel/query-scope/testing/generate-logql';
import { mutated } from '@oriel/query-scope/testing/mutate';
import { spaced } from '@oriel/query-scope/testing/words';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import { eachOf } from '../read-path/each.ts';
import type { RunningGateway } from '../read-path/gateway.ts';
import type { Reader } from '../read-path/rows.ts';
import { allPairs, type Marks, pushMarkedLogs } from './marks.ts';
import type { Amount } from './questions.ts';

export interface TailFigures {
  readonly opened: number;
  readonly refused: number;
  readonly withOwn: number;
  readonly leaks: readonly string[];
}

interface Tailing {
  readonly gateway: RunningGateway;
  readonly readers: readonly Reader[];
  readonly marks: Marks;
  readonly logsUrl: string;
  readonly orgId: string;
  readonly amount: Amount;
}

/** Fuzzed tails, a fiftieth of the queries, each open while marked lines arrive. */
export async function tailInReach({ gateway, readers, marks, logsUrl, orgId, amount }: Tailing): Promise<TailFigures> {
  const queries = [
    '{app="api",cluster="a"}',
    '{cluster=~".+"}',
    ...fc.sample(fc.oneof(spaced(logqlSelector), logqlQuery, mutated(logqlQuery)), {
      numRuns: Math.ceil(amount.queries / 50),
      ...amount,
    }),
  ];
  const figures = { opened: 0, refused: 0, withOwn: 0, leaks: [] as string[] };
  const pairs = allPairs((cluster, namespace) => cluster === 'a' && /^[xy]$/.test(namespace), marks);
  let isOver = false;
  const writing = (async () => {
    while (!isOver) {
      await pushMarkedLogs(logsUrl, orgId, pairs);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  })();
  await eachOf(
    queries.map((query, index) => ({ query, reader: readers[index % readers.length] as Reader })),
    8,
    async ({ query, reader }) => {
      const heard = await hear(`${gateway.origin}/api/projects/shop/loki/api/v1/tail`, query, reader);
      if (heard.opened) figures.opened++;
      else figures.refused++;
      if (heard.text.includes(marks.inside)) figures.withOwn++;
      if (heard.text.includes(marks.outside) || heard.text.includes(marks.foreign)) figures.leaks.push(query);
    },
  );
  isOver = true;
  await writing;
  return figures;
}

/** How long to wait for the door to open, then for the first words, and then for more of them. */
const patienceMs = { open: 15_000, first: 5_000, more: 1_500 };

/** All that is said in that time, the head of the answer and the last words included. */
function hear(url: string, query: string, { headers }: Reader): Promise<{ opened: boolean; text: string }> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}?${new URLSearchParams({ query })}`, { headers });
  return new Promise((resolve) => {
    let opened = false;
    let text = '';
    const take = (said: unknown) => {
      text += String(said);
    };
    let timer = setTimeout(() => socket.terminate(), patienceMs.open);
    const listenFor = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => socket.terminate(), ms);
    };
    socket.on('open', () => {
      opened = true;
      listenFor(patienceMs.first);
    });
    socket.once('message', () => listenFor(patienceMs.more));
    socket.on('message', take);
    socket.on('error', take);
    socket.on('unexpected-response', (_request, response) => {
      response.on('data', take);
      response.on('end', () => socket.terminate());
    });
    socket.on('close', (_code, reason) => {
      clearTimeout(timer);
      take(reason);
      resolve({ opened, text });
    });
  });
}
