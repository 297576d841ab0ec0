import { describe, expect, it } from 'vitest';
import { levelSpellings, logLevels, textLevel } from './log-levels.ts';

/** What stage.regex and stage.template make of a line that is neither JSON nor logfmt; golden.itest.ts asks Alloy itself. */
function levelOf(line: string): string {
  const match = new RegExp(textLevel.replaceAll('(?P<', '(?<')).exec(line);
  const found = Object.values(match?.groups ?? {}).find((value) => value !== undefined) ?? '';
  const spellings = Object.entries(levelSpellings).find(([, words]) => words.includes(found.toLowerCase()));
  return spellings?.[0] ?? 'unknown';
}

describe('textLevel', () => {
  it.each([
    ['I0102 15:04:05.123456       1 controller.go:42] started', 'info'],
    ['E0102 15:04:05.123456    1234 reflector.go:9] failed', 'error'],
    ['2026-01-02T15:04:05.123Z DEBUG 1 --- [main] c.e.Orders : placing', 'debug'],
    ['2026-01-02 15:04:05,123 - app.orders - DEBUG - placing', 'debug'],
    ['[2026-01-02T15:04:05Z TRACE hyper::client] checkout', 'trace'],
    ['15:04:05.123 [http-nio-8080-exec-1] WARN  c.e.Orders - slow', 'warn'],
    ['2026/01/02 15:04:05 [error] 7#7: *1 open() failed', 'error'],
    ['2026-01-02 15:04:05.123 UTC [123] LOG:  checkpoint starting', 'info'],
    ['2026-01-02 15:04:05.123 UTC [123] FATAL:  no such role', 'critical'],
    ['INFO[0000] listening', 'info'],
    ['DEBUG:root:placing', 'debug'],
    ['debug: cache miss', 'debug'],
    ['fatal error: all goroutines are asleep', 'critical'],
    ['Jan  2 15:04:05 <warning> disk is filling', 'warn'],
    ['java.lang.IllegalStateException: no stock', 'error'],
    ['Traceback (most recent call last):', 'error'],
    ['order service: ERROR while placing', 'error'],
  ])('%j is %s', (line, level) => {
    expect(levelOf(line)).toBe(level);
  });

  // These would be lost if they were taken for debug lines.
  it.each([
    'set DEBUG to see more',
    'user set level=debug in the form',
    'DEBUG=true',
    'DEBUG_PORT 9229 is open',
    'debugging is off',
    'debug mode is on',
    'Starting trace collector',
    'GET /debug: 200',
  ])('%j is neither debug nor trace', (line) => {
    expect(['debug', 'trace']).not.toContain(levelOf(line));
  });

  it('gives every spelling one level', () => {
    const all = Object.values(levelSpellings).flat();
    expect(new Set(all).size).toBe(all.length);
    expect([...Object.keys(levelSpellings), 'unknown'].sort()).toEqual([...logLevels].sort());
  });
});
