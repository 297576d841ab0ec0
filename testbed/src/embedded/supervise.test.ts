import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startedAt } from '../cluster/process-identity.ts';
import { type Crash, restartDelayMs, supervise } from './supervise.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-supervise-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; waited < 8_000; waited += 20) {
    if (condition()) return;
    await sleep(20);
  }
  throw new Error('It did not come to that.');
}

test('the pause before a restart doubles up to half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map(restartDelayMs)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test.runIf(process.platform === 'linux')(
  'a process that is killed is reported with the end of its log, restarted, and its own children are ended',
  async () => {
    const crashes: Crash[] = [];
    const restarted: string[] = [];
    const supervised = await supervise(
      {
        name: 'shell',
        command: 'sh',
        args: ['-c', `echo up; sleep 60 & echo $! >> ${join(folder, 'children')}; wait`],
        logFile: join(folder, 'shell.log'),
        readyText: 'up',
      },
      { onCrash: (crash) => crashes.push(crash), onRestarted: (name) => restarted.push(name) },
    );
    const first = supervised.pid() ?? 0;
    await until(() => supervised.pid() !== undefined);
    await sleep(100);
    process.kill(first, 'SIGKILL');
    await until(() => restarted.length === 1);
    expect(crashes).toMatchObject([{ name: 'shell', how: 'signal SIGKILL', end: 'up', retryInSeconds: 1 }]);
    const second = supervised.pid() ?? 0;
    expect(second).not.toBe(first);
    const [child = ''] = (await readFile(join(folder, 'children'), 'utf8')).split('\n');
    // Not kill(0): one that nobody has buried yet would still count as there.
    expect(startedAt(Number(child))).toBeUndefined();
    await supervised.stop();
    expect(() => process.kill(second, 0)).toThrow('ESRCH');
    await sleep(1_200);
    expect(restarted).toEqual(['shell']);
  },
);

test('a first start that fails throws, with the end of the log', async () => {
  const watcher = { onCrash: () => undefined, onRestarted: () => undefined };
  const spec = {
    name: 'shell',
    command: 'sh',
    args: ['-c', 'echo no disk >&2; exit 3'],
    logFile: join(folder, 'shell.log'),
    readyText: 'up',
  };
  await expect(supervise(spec, watcher)).rejects.toThrow('no disk');
});
