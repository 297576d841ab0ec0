import { describe, expect, it } from 'vitest';
import { contextQuery, contextRange } from './context.ts';
import { firstCursor, readPage } from './line-pages.ts';
import type { LogLine } from './log-line.ts';
import { lineBounds, startRun } from './run.ts';

const start = (text: string, clusters: string[] = []) => startRun({ text, clusters, from: 1000, to: 2000 });

describe('a run', () => {
  it('counts and lists the same lines: those after `from` up to `to`', () => {
    expect(lineBounds(start('{a="b"}'))).toEqual({ start: '1000000001', end: '2000000001' });
  });

  it('is narrowed to the scope, and asks for every level only where the legend hides some', () => {
    const run = start('{a="b", level!="debug"} | json', ['x']);
    expect(run.query).toBe('{cluster="x", a="b", level!="debug"} | json');
    expect(run.everyLevel).toBe('{cluster="x", a="b"} | json');
    expect(run.excludedLevels).toEqual(['debug']);
    expect(run.selector).toBe('{cluster="x", a="b", level!="debug"}');
    expect(start('{a="b"} # level').everyLevel).toBe('{a="b"} # level');
  });

  it('knows what it is, and differs for each press', () => {
    expect([start('{a="b"}').kind, start('rate({a="b"}[1m])').kind, start('{a=').kind]).toEqual([
      'lines',
      'numbers',
      'broken',
    ]);
    expect(start('{a=').problem?.message).toContain('value in quotes');
    expect(start('{a="b"}').id).not.toBe(start('{a="b"}').id);
  });
});

it('shows the context of a line without its level and text', () => {
  const labels = { cluster: 'c', namespace: 'n', pod: 'p', container: 'k', level: 'error', region: 'eu' };
  const [line] = readPage(
    [{ stream: labels, values: [['1760000000000000000', 'x']] }],
    firstCursor('1860000000000000000'),
  ).lines;
  expect(contextQuery(line as LogLine)).toEqual({
    matchers: ['cluster', 'namespace', 'pod', 'container'].map((label, index) => ({
      label,
      operator: '=',
      value: ['c', 'n', 'p', 'k'][index],
    })),
    stages: [],
  });
  const { from, to } = contextRange(line as LogLine);
  expect([Date.parse(from), Date.parse(to)]).toEqual([1_760_000_000_000 - 120_000, 1_760_000_000_000 + 120_000]);
});
