import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onStopSignals } from './stop-signals.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal);
});

test('one Ctrl-C, heard from the terminal, from npm and from the bootstrap, stops once', () => {
  const [stop, kill] = [vi.fn(), vi.fn()];
  onStopSignals(stop, kill);
  process.emit('SIGINT', 'SIGINT');
  vi.advanceTimersByTime(20);
  process.emit('SIGINT', 'SIGINT');
  vi.advanceTimersByTime(500);
  process.emit('SIGTERM', 'SIGTERM');
  expect([stop.mock.calls.length, kill.mock.calls.length]).toEqual([1, 0]);
});

test('a second one, later, ends everything at once', () => {
  const [stop, kill] = [vi.fn(), vi.fn()];
  onStopSignals(stop, kill);
  process.emit('SIGINT', 'SIGINT');
  vi.advanceTimersByTime(3_000);
  process.emit('SIGINT', 'SIGINT');
  expect([stop.mock.calls.length, kill.mock.calls.length]).toEqual([1, 1]);
});
