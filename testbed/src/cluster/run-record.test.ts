import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { identify } from './process-identity.ts';
import { claim, readRunRecord } from './run-record.ts';

let folder: string;
let file: string;
let child: ChildProcess;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-record-'));
  file = join(folder, 'run.json');
  child = spawn('sleep', ['60']);
  await new Promise((resolve) => child.once('spawn', resolve));
});
afterEach(async () => {
  child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

const gone = { pid: 1, started: 'never' };
const record = (supervisor: object, processes: object[]) => writeFile(file, JSON.stringify({ supervisor, processes }));
const sleeper = () => identify(child.pid ?? -1) ?? gone;

it.skipIf(process.platform !== 'linux')('refuses a cluster that somebody alive runs', async () => {
  await record(sleeper(), []);
  await expect(claim(file)).rejects.toThrow(`already run by process ${child.pid}`);
  expect(child.exitCode).toBeNull();
});

it.skipIf(process.platform !== 'linux')('ends what a killed supervisor left behind', async () => {
  await record(gone, [{ name: 'etcd', logFile: '', ...sleeper() }]);
  const exited = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  await claim(file);
  expect(await exited).toBe('SIGKILL');
  expect((await readRunRecord(file))?.supervisor.pid).toBe(process.pid);
});

it.skipIf(process.platform !== 'linux')('leaves alone another process that has got the number since', async () => {
  await record(gone, [{ name: 'etcd', logFile: '', pid: child.pid, started: '1' }]);
  await claim(file);
  expect(identify(child.pid ?? -1)).toBeDefined();
});

it('takes a record that was cut off for none', async () => {
  await writeFile(file, '{"supervisor": {"pi');
  expect(await readRunRecord(file)).toBeUndefined();
  expect(await readFile(file, 'utf8')).toContain('pi');
});
