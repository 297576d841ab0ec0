import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { repository } from '@oriel/testbed/embedded/repository';
import { afterAll, beforeAll, expect, test } from 'vitest';

const port = 21_000;
let home = '';
let running: ChildProcess | undefined;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'oriel-start-'));
  await chmod(home, 0o755);
});
afterAll(async () => {
  if (running !== undefined) await stop();
  await rm(home, { recursive: true, force: true });
});

/** `npm start` without a cluster, until it has said something. What it said, and in how many seconds. */
async function start(until: RegExp, ...more: string[]): Promise<{ said: string; seconds: number }> {
  const begun = performance.now();
  const args = ['scripts/start.ts', '--no-cluster', '--yes', `--home=${home}`, `--port=${port}`, ...more];
  const child = spawn(process.execPath, args, { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] });
  running = child;
  let said = '';
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (words: string) => {
      said += words;
      if (until.test(said)) resolve();
    });
  }
  child.on('exit', (code) => reject(new Error(`It ended with ${code}:\n${said}`)));
  await promise;
  return { said, seconds: (performance.now() - begun) / 1000 };
}

/** Ctrl-C, and until it has ended. */
async function stop(): Promise<number | null> {
  const ended = once(running as ChildProcess, 'exit') as Promise<[number | null]>;
  running?.kill('SIGINT');
  const [code] = await ended;
  running = undefined;
  return code;
}

/** Processes that were told of the home, by argument or by environment. */
async function leftBehind(): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)) {
    const about = ['cmdline', 'environ'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => ''));
    const [command = '', environment = ''] = await Promise.all(about);
    if (`${command}${environment}`.includes(home)) found.push(command.replaceAll('\0', ' '));
  }
  return found;
}

async function call(path: string, headers: Record<string, string> = {}, body?: string) {
  const host = `oriel.localhost:${port}`;
  const asked = request({
    host: '127.0.0.1',
    port,
    path,
    method: body === undefined ? 'GET' : 'POST',
    headers: { host, origin: `http://${host}`, 'content-type': 'application/json', ...headers },
  });
  asked.end(body);
  const [answer] = (await once(asked, 'response')) as [import('node:http').IncomingMessage];
  return { status: answer.statusCode, cookies: answer.headers['set-cookie'] ?? [], text: await text(answer) };
}

const linkIn = (said: string) => /\/welcome\/(\S+)/.exec(said)?.[1];
const signInPage = /Oriel: http:\/\/oriel\.localhost:/;

test('it starts, ends with Ctrl-C, and goes on where it was; --reset forgets all of it', async () => {
  const first = await start(/Everything is up after/);
  const token = linkIn(first.said);
  expect(token).toBeDefined();
  const accepted = await call(
    '/api/trpc/welcome.accept',
    {},
    JSON.stringify({ token, password: 'long enough to keep' }),
  );
  expect(accepted.status, accepted.text).toBe(200);
  const cookie = accepted.cookies.map((one) => one.split(';')[0]).join('; ');
  expect((await call('/api/v1/me', { cookie })).status).toBe(200);
  expect((await leftBehind()).length).toBeGreaterThan(5);
  expect(await stop()).toBe(0);
  expect(await leftBehind()).toEqual([]);

  // While its stores are still being started.
  const second = await start(signInPage);
  console.log(`a second start: the sign-in page after ${second.seconds.toFixed(1)} s (mark: 30 s)`);
  expect(second.seconds).toBeLessThan(30);
  expect(linkIn(second.said)).toBeUndefined();
  expect((await call('/api/v1/me', { cookie })).status).toBe(200);
  expect(await stop()).toBe(0);
  expect(await leftBehind()).toEqual([]);

  const third = await start(signInPage, '--reset');
  expect(linkIn(third.said)).toBeDefined();
  expect((await call('/api/v1/me', { cookie })).status).toBe(401);
  expect(await stop()).toBe(0);
  expect(await leftBehind()).toEqual([]);
}, 300_000);
