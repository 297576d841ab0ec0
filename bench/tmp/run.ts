import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuMicroseconds, pin } from '../src/cpu.ts';
import { closedLoop, startStub } from '../src/http-wire.ts';
import { get, startNginx } from '../src/subjects.ts';
const body = Buffer.from(JSON.stringify({ p: 'x'.repeat(2040) }));
pin(process.pid, 1);
const stub = await startStub(body, () => true);
const url = `http://127.0.0.1:${stub.port}`;
const variants: [string, string[]][] = JSON.parse(process.argv[2]!);
const procs: any[] = [];
let p = 28720;
const subs: any[] = [];
for (const [name, args] of variants) {
  const port = p++;
  const c = spawn('taskset', ['-c', '0', process.execPath, ...args, String(port), url], { stdio: 'inherit' });
  procs.push(c); subs.push({ name, pid: c.pid, port });
}
await sleep(1500);
const ng = await startNginx({ metrics: url, logs: url });
subs.push({ name: 'nginx', pid: ng.pid, port: ng.port });
const m = async (s: any, ms: number) => { const b = cpuMicroseconds(s.pid); const r = await closedLoop({ port: s.port, request: get(s.port, '/api/v1/query?query=up&time=1767225600', ['Authorization: Bearer oriel_pat_abcdefghijklmnopqrstuvwxyz0123456789abcdefghi']), expected: body, connections: 64, ms }); if (r.bad) throw new Error(s.name+' bad '+r.bad); return [(cpuMicroseconds(s.pid) - b) / r.good, r.good / ms * 1000] as const; };
for (const s of subs) await m(s, 2500);
const out: any = {};
for (let i = 0; i < 3; i++) for (const s of [...subs, ...subs.toReversed()]) { const r = await m(s, 1000); (out[s.name] ??= []).push(r[0].toFixed(1) + ' (' + Math.round(r[1]) + '/s)'); }
for (const k in out) console.log(k, out[k].join(' '));
for (const c of procs) c.kill(); await ng.stop(); stub.close();
