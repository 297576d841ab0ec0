import { appendFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureParts } from '@oriel/testbed/parts/ensure';
import { answers, type ManagedProcess, startProcess } from '@oriel/testbed/process/managed-process';
import { lokiConfig } from '@oriel/testbed/seed/loki-config';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exampleCluster } from './golden-cases.ts';
import { renderPipeline } from './render.ts';

// A real Alloy reads the files of a node and writes to a real Loki, by the pipeline as it is rendered; only where the
// files are and where the seed is differ.

const podFolder = 'shop_web-7d9f_0b3c6e0a-5d2f-4a52-9f3e-0d6b6a2f7c11';
let folder: string;
let loki: ManagedProcess;
let alloy: ManagedProcess;
let programs: Readonly<Record<string, string>>;
let lokiPort: number;
let alloyPort: number;

interface Line {
  readonly labels: Readonly<Record<string, string>>;
  readonly line: string;
}

const logFile = (name = '0.log') => join(folder, 'pods', podFolder, 'app', name);
let clock = Date.now() - 60_000;
/** Lines as containerd writes them, a millisecond apart. */
function cri(lines: readonly string[], { stream = 'stdout', flag = 'F' } = {}): string {
  return lines
    .map((line) => `${new Date(clock++).toISOString().replace('Z', '000001Z')} ${stream} ${flag} ${line}\n`)
    .join('');
}

beforeAll(async () => {
  programs = await ensureParts(['alloy', 'loki']);
  folder = await mkdtemp(join(tmpdir(), 'oriel-pipeline-'));
  await mkdir(join(folder, 'pods', podFolder, 'app'), { recursive: true });
  const [lokiHttp, lokiGrpc, forAlloy] = await freePorts();
  lokiPort = lokiHttp;
  alloyPort = forAlloy;
  const config = { ...lokiConfig(join(folder, 'loki'), { lokiHttp, lokiGrpc }), auth_enabled: false };
  await writeFile(join(folder, 'loki.yaml'), JSON.stringify(config));
  loki = await startProcess({
    name: 'loki',
    command: programs.loki ?? '',
    args: [`-config.file=${join(folder, 'loki.yaml')}`],
    logFile: join(folder, 'loki.log'),
    ready: answers(`http://127.0.0.1:${lokiPort}/ready`),
  });
  // A file that was rotated out while no agent ran, and an older one.
  await writeFile(logFile('0.log.20260102-030405'), cri(['level=info msg=rotated']));
  await writeFile(logFile('0.log.20260102-020405.gz'), gzipSync(cri(['level=info msg=compressed'])));
  await writeFile(logFile(), cri(['level=info msg=first']));
  await startAlloy();
}, 1_800_000);

afterAll(async () => {
  await alloy?.stop();
  await loki?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function startAlloy(keepDebugUntil: number | null = null): Promise<void> {
  await alloy?.stop();
  const text = renderPipeline({ ...exampleCluster, keepDebugUntil }, 'logs')
    .replaceAll('/var/log/pods', join(folder, 'pods'))
    .replace('https://seed.example.com:3008', `http://127.0.0.1:${lokiPort}`)
    .replace(/\n\t\ttls_config \{[^}]*\}\n/, '');
  await writeFile(join(folder, 'logs.alloy'), text);
  alloy = await startProcess({
    name: 'alloy',
    command: programs.alloy ?? '',
    args: [
      'run',
      join(folder, 'logs.alloy'),
      `--storage.path=${join(folder, 'state')}`,
      `--server.http.listen-addr=127.0.0.1:${alloyPort}`,
      '--disable-reporting',
    ],
    env: { ...process.env, NODE_NAME: 'node-1' },
    logFile: join(folder, 'alloy.log'),
    ready: answers(`http://127.0.0.1:${alloyPort}/-/ready`),
  });
}

async function query(selector = '{cluster="shop-eu-1"}'): Promise<Line[]> {
  const form = new URLSearchParams({
    query: selector,
    limit: '1000',
    start: String((Date.now() - 3_600_000) * 1e6),
    direction: 'forward',
  });
  const response = await fetch(`http://127.0.0.1:${lokiPort}/loki/api/v1/query_range?${form}`);
  const { data } = (await response.json()) as {
    data: { result: { stream: Record<string, string>; values: [string, string][] }[] };
  };
  return data.result
    .flatMap(({ stream, values }) => values.map(([at, line]) => ({ at, labels: stream, line })))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Appends lines and waits until Loki has one that contains `last`. */
async function write(text: string, last: string): Promise<Line[]> {
  await appendFile(logFile(), text);
  return vi.waitFor(
    async () => {
      const lines = await query();
      expect(lines.some(({ line }) => line.includes(last))).toBe(true);
      return lines;
    },
    { timeout: 30_000, interval: 250 },
  );
}

const levelOf = (lines: readonly Line[], part: string) => lines.find(({ line }) => line.includes(part))?.labels.level;

describe('the rendered log pipeline in a real Alloy', () => {
  it('reads the open and the newest rotated file, and no compressed one', async () => {
    const lines = await write('', 'msg=first');
    await vi.waitFor(async () => expect((await query()).map(({ line }) => line)).toContain('level=info msg=rotated'), {
      timeout: 15_000,
    });
    expect(lines.some(({ line }) => line.includes('compressed') || line.includes('\u001f'))).toBe(false);
  });

  it('labels a line by its cluster and its place, and keeps node and stream beside it', async () => {
    const [line] = await query('{cluster="shop-eu-1"} |= `msg=first`');
    expect(line?.labels).toEqual({
      cluster: 'shop-eu-1',
      region: 'eu-central',
      project: 'shop',
      namespace: 'shop',
      pod: 'web-7d9f',
      container: 'app',
      level: 'info',
      node: 'node-1',
      stream: 'stdout',
    });
  });

  it('finds the level of a line in every way it may be written', async () => {
    const text = cri([
      '{"level":"warn","msg":"json level"}',
      '{"severity":"ERROR","msg":"json severity"}',
      '{"lvl":"crit","msg":"json lvl"}',
      '{"level":50,"msg":"json number"}',
      '{"msg":"json without"}',
      'time=2026-01-01T00:00:00Z level=warning msg="logfmt level"',
      'ts=1 lvl=eror msg="logfmt lvl"',
      'severity=notice msg="logfmt severity"',
      'E0102 15:04:05.123456       1 main.go:42] klog line',
      '2026-01-01 00:00:00.000 [main] WARN  c.e.App - text line',
      'plain line',
      'user typed level=debug msg here',
      'level=info msg=levels-done',
    ]);
    const lines = await write(text, 'levels-done');
    const levels = Object.fromEntries(
      [
        'json level',
        'json severity',
        'json lvl',
        'json number',
        'json without',
        'logfmt level',
        'logfmt lvl',
        'logfmt severity',
        'klog line',
        'text line',
        'plain line',
        'user typed',
      ].map((part) => [part, levelOf(lines, part)]),
    );
    expect(levels).toEqual({
      'json level': 'warn',
      'json severity': 'error',
      'json lvl': 'critical',
      'json number': 'error',
      'json without': 'unknown',
      'logfmt level': 'warn',
      'logfmt lvl': 'error',
      'logfmt severity': 'info',
      'klog line': 'error',
      'text line': 'warn',
      'plain line': 'unknown',
      'user typed': 'unknown',
    });
  });

  it('drops debug and trace, and nothing else', async () => {
    const lines = await write(
      cri([
        'level=debug msg=dropped-1',
        '{"level":"trace","msg":"dropped-2"}',
        'DEBUG:root:dropped-3',
        'level=info msg=debug-done',
      ]),
      'debug-done',
    );
    expect(lines.filter(({ line }) => line.includes('dropped-'))).toEqual([]);
  });

  it('joins a stack trace with the line before it, and no two lines that stand alone', async () => {
    const trace = [
      'level=error msg="order failed"',
      'java.lang.IllegalStateException: no stock',
      '\tat com.example.Orders.place(Orders.java:42)',
      '\tat com.example.Main.main(Main.java:7)',
      'Caused by: java.io.IOException: closed',
      '\t... 12 more',
    ];
    const lines = await write(cri([...trace, 'one', ' two', 'three', 'level=info msg=trace-done']), 'trace-done');
    const found = lines.map(({ line }) => line);
    expect(found).toContain(trace.slice(1).join('\n'));
    for (const alone of [trace[0], 'one', ' two', 'three']) expect(found).toContain(alone);
    expect(levelOf(lines, 'IllegalStateException')).toBe('error');
  });

  it('puts lines together that the runtime had split, per stream', async () => {
    const text =
      cri(['begin-'], { flag: 'P' }) +
      cri(['err-begin-'], { flag: 'P', stream: 'stderr' }) +
      cri(['end']) +
      cri(['err-end'], { stream: 'stderr' });
    const lines = await write(text + cri(['level=info msg=partial-done']), 'partial-done');
    await vi.waitFor(async () => expect((await query()).map(({ line }) => line)).toContain('err-begin-err-end'), {
      timeout: 10_000,
    });
    expect(lines.map(({ line }) => line)).toContain('begin-end');
  });

  it('goes on where it was after a rotation and a restart, with every line once', async () => {
    await write(cri(['level=info msg=before-rotation']), 'before-rotation');
    await rename(logFile(), logFile('0.log.20260102-040405'));
    await rm(logFile('0.log.20260102-030405'));
    await write(cri(['level=info msg=after-rotation']), 'after-rotation');
    await alloy.stop();
    await startAlloy();
    const lines = await write(cri(['level=info msg=after-restart']), 'after-restart');
    const count = new Map<string, number>();
    for (const { line } of lines) count.set(line, (count.get(line) ?? 0) + 1);
    expect([...count].filter(([, times]) => times > 1)).toEqual([]);
  });

  it('keeps debug lines until the moment that was set, and then drops them by itself', async () => {
    const until = Math.floor(Date.now() / 1000) + 20;
    await startAlloy(until);
    await write(cri(['level=debug msg=kept']), 'msg=kept');
    await vi.waitFor(() => expect(Date.now() / 1000).toBeGreaterThan(until), { timeout: 30_000 });
    const lines = await write(cri(['level=debug msg=late', 'level=info msg=until-done']), 'until-done');
    expect(levelOf(lines, 'msg=kept')).toBe('debug');
    expect(lines.some(({ line }) => line.includes('msg=late'))).toBe(false);
    // The label that decided is nobody's business.
    expect(lines.every(({ labels }) => labels.drop === undefined)).toBe(true);
  });
});

async function freePorts(): Promise<[number, number, number]> {
  const servers = await Promise.all(
    [1, 2, 3].map(async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports as [number, number, number];
}
