import { existsSync } from 'node:fs';
import { appendFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { NodeWithAgent } from './testing/node-with-agent.ts';
import { RemoteAgent } from './testing/remote-agent.ts';

let node: NodeWithAgent;
let agent: RemoteAgent;
let written = 0;
let writing: NodeJS.Timeout;
/** One write at a time, and no rotation between a write and its file. */
let last: Promise<void> = Promise.resolve();

// A cold build of Alloy takes a quarter of an hour.
beforeAll(async () => {
  node = await NodeWithAgent.start();
  const prepared = await RemoteAgent.prepare(node.folder, node.pipeline());
  agent = prepared.agent;
  await writeFile(join(node.folder, 'remote.alloy'), prepared.bootstrap);
  await agent.start();
  writing = setInterval(() => {
    last = last.then(() => write(5));
  }, 20);
}, 1_800_000);

afterAll(async () => {
  clearInterval(writing);
  await agent?.stop();
  await node?.stop();
});

async function write(lines: number): Promise<void> {
  const millisecond = new Date().toISOString().slice(0, -1);
  const texts = Array.from({ length: lines }, () => {
    const nanoseconds = String(written % 1_000_000).padStart(6, '0');
    return `${millisecond}${nanoseconds}Z stdout F level=info msg=counted n=${written++}\n`;
  });
  await appendFile(node.logFile(), texts.join(''));
}

/** Numbers of the lines that Loki shows, with those it shows twice. */
async function numbers(): Promise<number[]> {
  const found: number[] = [];
  for (let since = BigInt(Date.now() - 600_000) * 1_000_000n; ; ) {
    const lines = await node.query('{cluster="shop-eu-1"} |= `msg=counted`', since);
    found.push(...lines.map(({ line }) => Number(/ n=(\d+)/.exec(line)?.[1])));
    if (lines.length < 5000) return found;
    since = BigInt(lines.at(-1)?.at ?? 0) + 1n;
  }
}

it('loses and doubles no line when its process is ended, asked or not, and its file rotated', async () => {
  await vi.waitFor(() => expect(existsSync(agent.deliveredFile)).toBe(true), { timeout: 90_000, interval: 250 });
  const signals = Array.from({ length: 4 }, () => ['SIGTERM', 'SIGKILL'] as const).flat();
  for (const [index, signal] of signals.entries()) {
    await sleep(500 + index * 130);
    await agent.end(signal);
    if (index === 6) {
      last = last.then(() => rename(node.logFile(), node.logFile('0.log.20260102-040405')));
      await last;
    }
    await agent.start();
  }
  clearInterval(writing);
  await last;
  const count = async () => {
    const seen = await numbers();
    const distinct = new Set(seen).size;
    return { lost: written - distinct, doubled: seen.length - distinct };
  };
  // A line that stands last in its file waits for a next one first.
  await vi
    .waitFor(async () => expect((await count()).lost).toBe(0), { timeout: 15_000, interval: 500 })
    .catch(() => {});
  const { lost, doubled } = await count();
  console.log(`8 ends at 250 lines/s: ${written} written, lost ${lost}, doubled ${doubled}`);
  expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
}, 180_000);
