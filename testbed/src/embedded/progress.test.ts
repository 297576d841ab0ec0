import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Progress, type Step } from './progress.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-progress-'));
});
afterEach(() => rm(folder, { recursive: true }));

const plan = { stores: 'Stores', cluster: 'Cluster', agents: 'Agents' };
const written = async () => JSON.parse(await readFile(join(folder, 'progress.json'), 'utf8')).steps;

test('every step is in the file from the beginning, in the order of the plan', async () => {
  new Progress(join(folder, 'progress.json'), plan);
  expect(await written()).toEqual([
    { name: 'Stores', state: 'waiting', message: '', seconds: null },
    { name: 'Cluster', state: 'waiting', message: '', seconds: null },
    { name: 'Agents', state: 'waiting', message: '', seconds: null },
  ]);
});

test('what a step has started may talk on without bringing the step back', async () => {
  const progress = new Progress(join(folder, 'progress.json'), plan);
  let talk = (_: string): unknown => undefined;
  await progress.run('stores', async (say) => {
    talk = say;
  });
  talk('starting again');
  expect(progress.steps[0]).toMatchObject({ state: 'done', message: '' });
});

test('a step runs, tells, and ends with its result or its reason', async () => {
  const heard: Step[] = [];
  const progress = new Progress(join(folder, 'progress.json'), plan, (step) => heard.push(step));
  const work = progress.run(
    'stores',
    async (say) => {
      say('loki: building');
      expect(await written()).toContainEqual(expect.objectContaining({ state: 'running', message: 'loki: building' }));
      return 2;
    },
    (count) => `${count} are ready`,
  );
  expect(await work).toBe(2);
  const failing = progress.run('cluster', () => Promise.reject(new Error('etcd ended at once')));
  await expect(failing).rejects.toThrow('etcd ended at once');
  progress.giveUp('a step before it failed');
  expect(heard.map(({ key, state, message }) => [key, state, message])).toEqual([
    ['stores', 'running', ''],
    ['stores', 'running', 'loki: building'],
    ['stores', 'done', '2 are ready'],
    ['cluster', 'running', ''],
    ['cluster', 'failed', 'etcd ended at once'],
    ['agents', 'skipped', 'a step before it failed'],
  ]);
  expect((await written()).map(({ state }: Step) => state)).toEqual(['done', 'failed', 'done']);
});
