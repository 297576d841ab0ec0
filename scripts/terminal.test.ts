import type { Step } from '@oriel/testbed/embedded/progress';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { terminalListener } from './terminal.ts';

let said = '';
beforeEach(() => {
  vi.useFakeTimers();
  said = '';
});
afterEach(() => void vi.useRealTimers());

const step: Step = { key: 'stores', name: 'Stores', state: 'running', message: '', seconds: 0 };
const listen = () => terminalListener(performance.now(), (text) => (said += text));

test('a step is one line, when it ends', () => {
  const { onStep } = listen();
  onStep?.(step, []);
  onStep?.({ ...step, message: 'loki: building 5 s' }, []);
  vi.advanceTimersByTime(2_100);
  onStep?.({ ...step, state: 'done', message: 'ready', seconds: 2.1 }, []);
  expect(said).toBe('[   2.1 s] Stores (2.1 s): ready\n');
});

test('a step that takes minutes says so now and then, not at every line of its compiler', () => {
  const { onStep } = listen();
  for (let second = 0; second <= 60; second++) {
    onStep?.({ ...step, message: `loki: building ${second} s`, seconds: second }, []);
    vi.advanceTimersByTime(1_000);
  }
  expect(said.trimEnd().split('\n')).toHaveLength(4);
});

test('what is installed on the machine is said before it is', () => {
  const { onStep } = listen();
  onStep?.({ ...step, message: 'nginx-light: installing 0 s · by apt-get, as root' }, []);
  onStep?.({ ...step, message: 'nginx-light: installing 5 s · Unpacking' }, []);
  expect(said).toBe('[   0.0 s] Stores: nginx-light: installing 0 s · by apt-get, as root\n');
});

test('a process that cannot stay up shows its log once', () => {
  const { onCrash } = listen();
  const crash = { name: 'worker', how: 'code 1', logFile: '/logs/worker.log', end: 'no disk', retryInSeconds: 1 };
  onCrash?.(crash);
  onCrash?.({ ...crash, retryInSeconds: 2 });
  expect(said.match(/ended \(code 1\)/g)).toHaveLength(2);
  expect(said.match(/no disk/g)).toHaveLength(1);
});
