import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startedAt } from '../cluster/process-identity.ts';
import { buildName, isBuilt, keepBuild, useBuild } from './web-builds.ts';

let web = '';
beforeEach(async () => {
  web = await mkdtemp(join(tmpdir(), 'oriel-web-'));
});
afterEach(() => rm(web, { recursive: true }));

async function build(): Promise<void> {
  await mkdir(join(web, '.next', 'server'), { recursive: true });
  await mkdir(join(web, '.next', 'cache'), { recursive: true });
  await writeFile(join(web, 'package.json'), '{}');
  await writeFile(join(web, '.next', 'BUILD_ID'), 'one');
  await symlink('../../package.json', join(web, '.next', 'server', 'linked.json'));
}

test('a build is kept whole, its relative links too, without what only the next build needs', async () => {
  await build();
  const name = buildName('0123456789abcdef');
  expect(isBuilt(name, web)).toBe(false);
  await keepBuild(name, web);
  expect(isBuilt(name, web)).toBe(true);
  expect(await readFile(join(web, name, 'server', 'linked.json'), 'utf8')).toBe('{}');
  expect((await readdir(join(web, name))).sort()).toEqual(['BUILD_ID', 'server']);
});

test.runIf(process.platform === 'linux')('builds that a process runs stay, others go', async () => {
  const other = spawn('sleep', ['60']);
  try {
    await once(other, 'spawn');
    await build();
    for (const name of ['.next-old', '.next-running', '.next-new']) await keepBuild(name, web);
    for (const [name, pid, started] of [
      ['.next-running', other.pid, startedAt(other.pid ?? 0)],
      ['.next-old', other.pid, '1'],
    ] as const) {
      await mkdir(join(web, name, 'oriel-users'));
      await writeFile(join(web, name, 'oriel-users', String(pid)), started ?? '');
    }
    await useBuild('.next-new', web);
    expect((await readdir(web)).sort()).toEqual(['.next', '.next-new', '.next-running', 'package.json']);
  } finally {
    other.kill();
  }
});
