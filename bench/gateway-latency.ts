/**
 * What the gateway adds to the time of an answer at 200 requests per second, beside what nginx adds, in one run: once
 * in front of a stub, where only the way counts, and once in front of a real Loki and a real Mimir; each with processors
 * that sleep in pauses, as they do by default, and with processors kept awake.
 *
 *   node bench/gateway-latency.ts [--rounds 5] [--seconds 3] [--noise 0.08] [--stub-only]
 *
 * Requests leave at fixed times whether or not the last one was answered, on connections that stay. Subjects take turns
 * A B C C B A in a round; added is a subject's quantile less that of asking directly in the same half of the round.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { pushLogs, pushMetric } from '@oriel/seed-client/testing/push';
import { freePort } from '@oriel/testbed/process/free-port';
import { startSeedStores } from '@oriel/testbed/seed/start-stores';
import { keepAwake, pin, prefer, undisturbed } from './src/cpu.ts';
import { closedLoop, startStub } from './src/http-wire.ts';
import { inTurns, type Named, OpenLoop } from './src/open-loop.ts';
import { median, quantile, spread } from './src/stats.ts';
import {
  get,
  loadProcessor,
  notPlain,
  orgId,
  type Stores,
  type Subject,
  startGateway,
  startNginx,
  throughNode,
} from './src/subjects.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    noise: { type: 'string', default: '0.08' },
    'stub-only': { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const perSecond = 200;
const requests = perSecond * Number(values.seconds);

interface Added {
  readonly p50: number[];
  readonly p99: number[];
}

/** Microseconds that each subject adds to asking `direct`, per half of a round. */
async function measure(what: {
  /** Share of the machine that others may use; the stores themselves are others. */
  readonly noise: number;
  readonly subjects: readonly Subject[];
  direct: Subject;
  path: string;
  ours: readonly number[];
}) {
  const { subjects, direct, path, ours, noise: allowed } = what;
  const added: Record<string, Added> = Object.fromEntries(subjects.map(({ name }) => [name, { p50: [], p99: [] }]));
  const directly: Added = { p50: [], p99: [] };
  const noises: number[] = [];
  // A server that has just started still compiles itself: nobody asks it then.
  for (const { port, request } of [direct, ...subjects]) {
    await closedLoop({ port, request: request(path), expected: undefined, connections: 8, ms: 2_000 });
  }
  for (const pid of [process.pid, ...ours]) prefer(pid);
  const clients: Named[] = [];
  for (const { name, port, request } of [direct, ...subjects]) {
    clients.push({ name, request: request(path), loop: await OpenLoop.open(port, request(path)) });
  }
  for (let half = 0; half < rounds * 2; half++) {
    const order = half % 2 === 0 ? clients : clients.toReversed();
    const { result: times, noise } = await undisturbed(
      [process.pid, ...ours],
      () => inTurns(order, { requests, perSecond }),
      allowed,
    );
    noises.push(noise);
    const at = (name: string, q: number) => quantile(times.get(name) ?? [], q) * 1_000;
    directly.p50.push(at(direct.name, 0.5));
    directly.p99.push(at(direct.name, 0.99));
    for (const { name } of subjects) {
      added[name]?.p50.push(at(name, 0.5) - at(direct.name, 0.5));
      added[name]?.p99.push(at(name, 0.99) - at(direct.name, 0.99));
    }
  }
  for (const { loop } of clients) loop.close();
  return { directly, added, noise: spread(noises, 2) };
}

type Processors = 'asleep' | 'awake';

/** Null where nginx seemed to add nothing: what the store varies by is more than either adds, and there is no ratio. */
const timesNginx = (subject: number, nginx: number) => (nginx > 0 ? subject / nginx : null);
const within = (ratio: number | null, mark: number) => ratio !== null && ratio <= mark;
const inWords = (ratio: number | null) => (ratio === null ? 'no ratio to nginx' : `${ratio.toFixed(2)}× nginx`);

/** The marks: what the gateway does is judged with processors awake, what people wait for beside nginx as it is. */
function summarise(
  name: string,
  processors: Processors,
  { directly, added, noise }: Awaited<ReturnType<typeof measure>>,
) {
  const of = (subject: string, q: keyof Added) => median(added[subject]?.[q] ?? []);
  const addedP50 = of('gateway', 'p50');
  const [p50ToNginx, p99ToNginx, throughNodeToNginx] = [
    timesNginx(addedP50, of('nginx', 'p50')),
    timesNginx(of('gateway', 'p99'), of('nginx', 'p99')),
    timesNginx(of(throughNode, 'p50'), of('nginx', 'p50')),
  ];
  const figures = {
    name,
    processors,
    noise,
    microseconds: {
      direct: { p50: spread(directly.p50), p99: spread(directly.p99) },
      ...Object.fromEntries(
        Object.entries(added).map(([subject, { p50, p99 }]) => [
          subject,
          { addedP50: spread(p50), addedP99: spread(p99) },
        ]),
      ),
    },
    p50ToNginx,
    p99ToNginx,
    throughNodeToNginx,
    passed: processors === 'awake' ? addedP50 <= 150 : within(p50ToNginx, 2) && within(p99ToNginx, 3),
  };
  const marks = processors === 'awake' ? 'mark: added p50 ≤ 150 µs' : 'marks: p50 ≤ 2× nginx, p99 ≤ 3×';
  process.stdout.write(
    `${name}, processors ${processors}: added p50 ${addedP50.toFixed(0)} µs, ${inWords(p50ToNginx)}; ` +
      `added p99 ${of('gateway', 'p99').toFixed(0)} µs, ${inWords(p99ToNginx)} (${marks}, ${figures.passed ? 'reached' : 'MISSED'}); ` +
      `requests that are not plain: ${of(throughNode, 'p50').toFixed(0)} µs, ${inWords(throughNodeToNginx)}; p99 ${of(throughNode, 'p99').toFixed(0)} µs\n`,
  );
  return figures;
}

/** Asking a store itself, with the tenant that the subjects would name. */
const directTo = (url: string): Subject => {
  const { port: text, pathname } = new URL(url);
  const port = Number(text);
  const prefix = pathname === '/' ? '' : pathname;
  return {
    name: 'direct',
    pid: process.pid,
    port,
    request: (path) => get(port, prefix + path, [`X-Scope-OrgID: ${orgId}`]),
    stop: async () => undefined,
  };
};

async function inFrontOf(
  stores: Stores,
  work: (subjects: readonly Subject[], ours: readonly number[]) => Promise<void>,
): Promise<void> {
  const subjects: Subject[] = [];
  try {
    const gateway = await startGateway(stores);
    subjects.push(gateway);
    subjects.push(await startNginx(stores));
    subjects.push(notPlain(gateway));
    await work(subjects, [...new Set(subjects.map(({ pid }) => pid))]);
  } finally {
    for (const subject of subjects) await subject.stop();
  }
}

pin(process.pid, loadProcessor);
const results: ReturnType<typeof summarise>[] = [];

/** One comparison with the machine as it is, and one with its processors kept awake. */
async function compare(name: string, what: Parameters<typeof measure>[0]): Promise<void> {
  results.push(summarise(name, 'asleep', await measure(what)));
  const rest = keepAwake();
  try {
    results.push(summarise(name, 'awake', await measure(what)));
  } finally {
    rest();
  }
}

const stub = await startStub(
  Buffer.from(JSON.stringify({ status: 'success', padding: 'x'.repeat(2_000) })),
  () => true,
);
const stubUrl = `http://127.0.0.1:${stub.port}`;
await inFrontOf({ metrics: stubUrl, logs: stubUrl }, async (subjects, ours) => {
  await compare('stub', {
    subjects,
    direct: directTo(stubUrl),
    path: '/api/v1/query?query=up',
    ours,
    noise: Number(values.noise),
  });
});
stub.close();

/** The same in front of a real Loki and a real Mimir, which do the better part of the work themselves. */
async function realStores(home: string): Promise<void> {
  const ports = {
    lokiHttp: await freePort(),
    lokiGrpc: await freePort(),
    mimirHttp: await freePort(),
    mimirGrpc: await freePort(),
  };
  const stores = await startSeedStores({ home, ports });
  try {
    await pushMetric(stores.metricsUrl, orgId, 'bench', { pod: 'a' }, 1);
    await pushLogs(
      stores.logsUrl,
      orgId,
      { pod: 'a' },
      Array.from({ length: 10 }, (_, index) => `line ${index} ${'x'.repeat(180)}`),
    );
    // Their first answers take longer than all later ones.
    await sleep(3_000);
    await inFrontOf({ metrics: stores.metricsUrl, logs: stores.logsUrl }, async (subjects, ours) => {
      const now = Math.floor(Date.now() / 1_000);
      const range = `start=${now - 600}&end=${now + 60}`;
      const asked = [
        { name: 'Mimir', url: `${stores.metricsUrl}/prometheus`, path: `/api/v1/query?query=bench&time=${now}` },
        { name: 'Loki', url: stores.logsUrl, path: `/loki/api/v1/query_range?query=%7Bpod%3D%22a%22%7D&${range}` },
      ];
      for (const { name, url, path } of asked) {
        await compare(name, { subjects, direct: directTo(url), path, ours, noise: 1 });
      }
    });
  } finally {
    await stores.stop();
  }
}

if (!values['stub-only']) {
  const home = await mkdtemp(join(tmpdir(), 'oriel-bench-stores-'));
  await realStores(home).finally(() => rm(home, { recursive: true, force: true }));
}

const result = {
  what: 'added latency at 200 requests per second',
  at: new Date().toISOString(),
  rounds,
  requestsPerTurn: requests,
  results,
};
await writeFile(new URL('results/gateway-latency.json', import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
process.exitCode = results.filter(({ name }) => name === 'stub').every(({ passed }) => passed) ? 0 : 1;
