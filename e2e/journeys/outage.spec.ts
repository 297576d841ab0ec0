import { kubectl } from '../fixtures/clusters.ts';
import { figure, secondsSince } from '../fixtures/figures.ts';
import { ask } from '../fixtures/http.ts';
import { unique } from '../fixtures/names.ts';
import { halt, resume } from '../fixtures/product/control.ts';
import { linesOf, tenantOf } from '../fixtures/stores.ts';
import { expect, test } from '../fixtures/test.ts';
import { until } from '../fixtures/until.ts';
import { endCounter, removePod, startCounter } from '../fixtures/writers.ts';

const agents = 'agent-logs, agent-metrics';
const workloads = ['daemonset/oriel-agent-logs', 'deployment/oriel-agent-metrics'];
const controlPlane = ['gateway', 'web', 'postgres'] as const;
/** However short the outage was. */
const atLeast = 4_000;

test('with the control plane down agents that restart run on their last configuration, and no line is lost', {
  tag: '@alone',
}, async () => {
  test.setTimeout(480_000);
  const [pod, word] = [unique('counter'), unique('count')];
  const orgId = await tenantOf('demo');
  const numbers = async () => (await linesOf(orgId, `{namespace="default", pod="${pod}"} |= "${word}"`)).map(numberOf);
  const newest = async () => Math.max(-1, ...(await numbers()));
  await startCounter(pod, word, atLeast);
  try {
    await until('the first lines', async () => ((await newest()) > 100 ? true : undefined), { seconds: 90 });
    for (const part of controlPlane) await halt(part);
    await expect(ask({ path: '/sign-in' })).rejects.toThrow();
    const atRestart = await newest();
    const start = performance.now();
    const pods = ['--namespace=oriel-agent', `--selector=app.kubernetes.io/component in (${agents})`];
    await kubectl('demo', ['delete', 'pod', ...pods, '--wait=true']);
    for (const workload of workloads) {
      await kubectl('demo', ['rollout', 'status', workload, '--namespace=oriel-agent', '--timeout=120s']);
    }
    await until(
      'lines written after the restart, while the control plane is still down',
      async () => ((await newest()) > atRestart + 600 ? true : undefined),
      { seconds: 120, everyMs: 1_000 },
    );
    figure(
      'control plane down: lines of after the agent’s restart in Loki after',
      `${secondsSince(start).toFixed(1)} s`,
    );
    await expect(ask({ path: '/sign-in' })).rejects.toThrow();
    const restarts = await kubectl('demo', [
      'get',
      'pod',
      ...pods,
      '--output=jsonpath={.items[*].status.containerStatuses[*].restartCount}',
    ]);
    expect(restarts.trim(), 'an agent exited').toBe('0 0');
  } finally {
    for (const part of controlPlane.toReversed()) await resume(part);
  }
  const back = performance.now();
  await until('the sign-in page', async () => ((await ask({ path: '/sign-in' })).status === 200 ? true : undefined), {
    seconds: 60,
  });
  figure('the sign-in page is back after', `${secondsSince(back).toFixed(1)} s`);

  const count = await endCounter(pod);
  await until('the last line', async () => ((await newest()) === count - 1 ? true : undefined), {
    seconds: 240,
    everyMs: 1_000,
  });
  const seen = await numbers();
  const distinct = new Set(seen);
  figure(
    'counted lines in Loki',
    `${seen.length} of ${count}: lost ${count - distinct.size}, doubled ${seen.length - distinct.size}`,
    '0 lost',
  );
  expect(distinct.size).toBe(count);
  expect(seen.length).toBe(count);
  await removePod(pod);
});

function numberOf(line: string): number {
  const [, number = '-1'] = / n=(\d+)/.exec(line) ?? [];
  return Number(number);
}
