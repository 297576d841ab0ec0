/**
 * Requests per second of processor time: the gateway against nginx's proxy_pass and prom-label-proxy, in one run.
 *
 *   node bench/gateway-cpu.ts [--rounds 5] [--seconds 2] [--noise 0.08]
 *
 * A 2 KB answer, 64 kept-alive connections, authorization cached. The subject has processor 0, load and stub have 1.
 * Subjects take turns A B C C B A within a round. Every answer is compared byte for byte, every request that reaches
 * the stub must carry the tenant and no credential.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { cpuMicroseconds, pin, undisturbed } from './src/cpu.ts';
import { closedLoop, startStub } from './src/http-wire.ts';
import { median, spread } from './src/stats.ts';
import { loadProcessor, orgId, type Subject, startGateway, startLabelProxy, startNginx } from './src/subjects.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
    noise: { type: 'string', default: '0.08' },
  },
});
const rounds = Number(values.rounds);
const ms = Number(values.seconds) * 1_000;
const connections = 64;
const path = '/api/v1/query?query=up&time=1767225600';
const body = Buffer.from(
  JSON.stringify({ status: 'success', data: { resultType: 'vector', result: [], padding: 'x'.repeat(1_980) } }),
);

pin(process.pid, loadProcessor);
// prom-label-proxy sets no tenant; of the two others every request must name it, and nobody's credential may get here.
let needsTenant = false;
const stub = await startStub(
  body,
  (head) =>
    (!needsTenant || new RegExp(`\r\nx-scope-orgid: ${orgId}(\r|$)`, 'i').test(head)) &&
    !/\r\nauthorization:/i.test(head),
);
const url = `http://127.0.0.1:${stub.port}`;
const stores = { metrics: url, logs: url };
const subjects: Subject[] = [];
const costs = new Map<string, number[]>();
const noises: number[] = [];

async function measure(subject: Subject, duration: number): Promise<number> {
  needsTenant = subject.name !== 'prom-label-proxy';
  const before = cpuMicroseconds(subject.pid);
  const { good, bad } = await closedLoop({
    port: subject.port,
    request: subject.request(path),
    expected: body,
    connections,
    ms: duration,
  });
  const used = cpuMicroseconds(subject.pid) - before;
  if (bad > 0) throw new Error(`${subject.name} gave ${bad} wrong answers of ${good + bad}.`);
  return used / good;
}

try {
  subjects.push(await startGateway(stores));
  subjects.push(await startNginx(stores));
  subjects.push(await startLabelProxy(stores));
  for (const subject of subjects) await measure(subject, 3_000);
  for (let round = 0; round < rounds; round++) {
    for (const subject of [...subjects, ...subjects.toReversed()]) {
      const { result: cost, noise } = await undisturbed(
        [subject.pid, process.pid],
        () => measure(subject, ms),
        Number(values.noise),
      );
      noises.push(noise);
      costs.set(subject.name, [...(costs.get(subject.name) ?? []), cost]);
    }
  }
} finally {
  for (const subject of subjects) await subject.stop();
  stub.close();
}
if (stub.wrong.count > 0)
  throw new Error(`${stub.wrong.count} requests reached the stub in a wrong form. The first:\n${stub.wrong.first}`);

const cost = (name: string) => median(costs.get(name) ?? []);
const toNginx = cost('nginx') / cost('gateway');
const toLabelProxy = cost('prom-label-proxy') / cost('gateway');
const passed = toNginx >= 0.5 && toLabelProxy >= 3.5;
const microseconds = Object.fromEntries([...costs].map(([name, values]) => [name, spread(values)]));
const result = {
  what: 'requests per CPU second',
  at: new Date().toISOString(),
  connections,
  bytes: body.length,
  rounds,
  microseconds,
  noise: spread(noises, 2),
  toNginx,
  toLabelProxy,
  passed,
};
const folder = new URL('./results/', import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('gateway-cpu.json', folder), `${JSON.stringify(result, null, 2)}\n`);
process.stdout.write(
  `gateway ${toNginx.toFixed(2)}× nginx (mark ≥ 0.5), ${toLabelProxy.toFixed(2)}× prom-label-proxy (mark ≥ 3.5): ` +
    `${[...costs].map(([name, values]) => `${name} ${median(values).toFixed(1)} µs`).join(', ')} per request, ${passed ? 'reached' : 'MISSED'}\n`,
);
process.exitCode = passed ? 0 : 1;
