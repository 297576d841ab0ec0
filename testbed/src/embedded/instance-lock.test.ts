import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startedAt } from '../cluster/process-identity.ts';
import { lockHome, runningInstance } from './instance-lock.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const url = 'http://oriel.localhost:3000';

test('a second one is refused while the first has the home, and told where it is', async () => {
  const file = join(folder, 'running.json');
  const unlock = await lockHome(file, url);
  await expect(lockHome(file, url)).rejects.toThrow(`as process ${process.pid}: open ${url}`);
  expect(await runningInstance(file)).toMatchObject({ pid: process.pid, url });
  await unlock();
  expect(await runningInstance(file)).toBeUndefined();
  await (await lockHome(file, url))();
  expect(await readdir(folder)).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'a number that another process has by now does not hold the home',
  async () => {
    const file = join(folder, 'running.json');
    const other = spawn('sleep', ['60']);
    try {
      await once(other, 'spawn');
      const { pid = 0 } = other;
      await writeFile(file, JSON.stringify({ pid, started: '1', url }));
      await (await lockHome(file, url))();
      await writeFile(file, JSON.stringify({ pid, started: startedAt(pid), url }));
      await expect(lockHome(file, url)).rejects.toThrow(`as process ${pid}`);
    } finally {
      other.kill();
    }
  },
);

test('half a lock file, from a full disk, does not hold the home', async () => {
  const file = join(folder, 'running.json');
  await writeFile(file, '{"pid":');
  await (await lockHome(file, url))();
});
