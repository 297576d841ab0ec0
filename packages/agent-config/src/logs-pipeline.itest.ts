import { rename, rm, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Line, NodeWithAgent } from './testing/node-with-agent.ts';

let node: NodeWithAgent;

// A cold build of Alloy takes a quarter of an hour.
beforeAll(async () => {
  node = await NodeWithAgent.start();
  // A file that was rotated out while no agent ran, and an older one.
  await writeFile(node.logFile('0.log.20260102-030405'), node.cri(['level=info msg=rotated']));
  await writeFile(node.logFile('0.log.20260102-020405.gz'), gzipSync(node.cri(['level=info msg=compressed'])));
  await writeFile(node.logFile(), node.cri(['level=info msg=first']));
  await node.startAgent();
}, 1_800_000);

afterAll(() => node?.stop());

const levelOf = (lines: readonly Line[], part: string) => lines.find(({ line }) => line.includes(part))?.labels.level;

describe('the rendered log pipeline in a real Alloy', () => {
  it('reads the open and the newest rotated file, and no compressed one', async () => {
    const lines = await node.write('', 'msg=first');
    await node.until('level=info msg=rotated');
    expect(lines.some(({ line }) => line.includes('compressed') || line.includes('\u001f'))).toBe(false);
  });

  it('labels a line by its cluster and its place, and keeps node and stream beside it', async () => {
    const [line] = await node.query('{cluster="shop-eu-1"} |= `msg=first`');
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
    const text = node.cri([
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
    const lines = await node.write(text, 'levels-done');
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
    const lines = await node.write(
      node.cri([
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
    const lines = await node.write(
      node.cri([...trace, 'one', ' two', 'three', 'level=info msg=trace-done']),
      'trace-done',
    );
    const found = lines.map(({ line }) => line);
    expect(found).toContain(trace.slice(1).join('\n'));
    for (const alone of [trace[0], 'one', ' two', 'three']) expect(found).toContain(alone);
    expect(levelOf(lines, 'IllegalStateException')).toBe('error');
  });

  it('makes one line of a Go trace, byte for byte', async () => {
    const trace = [
      'panic: runtime error: index out of range [12] with length 12',
      '',
      'goroutine 41 [running]:',
      'main.(*index).lookup(0xc0000a1b2c, {0xc0004d5e6f, 0xc})',
      '\t/src/catalog/index.go:101 +0x1d4',
      'net/http.HandlerFunc.ServeHTTP(...)',
      '\t/usr/local/go/src/net/http/server.go:2294',
      'created by net/http.(*Server).Serve in goroutine 1',
      '\t/usr/local/go/src/net/http/server.go:3493 +0x485',
    ];
    const lines = await node.write(node.cri(['level=info msg=before', ...trace, 'level=info msg=go-done']), 'go-done');
    expect(lines.map(({ line }) => line)).toContain(trace.join('\n'));
    expect(levelOf(lines, 'goroutine 41')).toBe('critical');
  });

  it('puts lines together that the runtime had split, per stream', async () => {
    const text =
      node.cri(['begin-'], { flag: 'P' }) +
      node.cri(['err-begin-'], { flag: 'P', stream: 'stderr' }) +
      node.cri(['end']) +
      node.cri(['err-end'], { stream: 'stderr' });
    const lines = await node.write(text + node.cri(['level=info msg=partial-done']), 'partial-done');
    await node.until('err-begin-err-end');
    expect(lines.map(({ line }) => line)).toContain('begin-end');
  });

  it('goes on where it was after a rotation and a restart, with every line once', async () => {
    await node.write(node.cri(['level=info msg=before-rotation']), 'before-rotation');
    await rename(node.logFile(), node.logFile('0.log.20260102-040405'));
    await rm(node.logFile('0.log.20260102-030405'));
    await node.write(node.cri(['level=info msg=after-rotation']), 'after-rotation');
    await node.stopAgent();
    await node.startAgent();
    const lines = await node.write(node.cri(['level=info msg=after-restart']), 'after-restart');
    const count = new Map<string, number>();
    for (const { line } of lines) count.set(line, (count.get(line) ?? 0) + 1);
    expect([...count].filter(([, times]) => times > 1)).toEqual([]);
  });

  it('keeps debug lines until the moment that was set, and then drops them by itself', async () => {
    const until = Math.floor(Date.now() / 1000) + 20;
    await node.startAgent(until);
    await node.write(node.cri(['level=debug msg=kept']), 'msg=kept');
    await vi.waitFor(() => expect(Date.now() / 1000).toBeGreaterThan(until), { timeout: 30_000 });
    const lines = await node.write(node.cri(['level=debug msg=late', 'level=info msg=until-done']), 'until-done');
    expect(levelOf(lines, 'msg=kept')).toBe('debug');
    expect(lines.some(({ line }) => line.includes('msg=late'))).toBe(false);
    // The label that decided is nobody's business.
    expect(lines.every(({ labels }) => labels.drop === undefined)).toBe(true);
  });
});
