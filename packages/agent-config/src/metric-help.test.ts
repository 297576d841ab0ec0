import { expect, test } from 'vitest';
import { metricHelp } from './generated/metric-help.ts';
import { allowedNames, metricFamilies } from './metric-families.ts';
import { readHelp } from './read-help.ts';

const suffixes = ['', '_sum', '_count', '_bucket'];
const names = Object.keys(metricHelp).flatMap((name) => suffixes.map((suffix) => name + suffix));

test.each(Object.values(metricFamilies).flat())(
  '%s is described (scripts/metric-help.ts writes the table)',
  (family) => {
    const pattern = new RegExp(`^(?:${family})$`);
    expect(names.filter((name) => pattern.test(name))).not.toEqual([]);
  },
);

test('nothing is described that agents never send', () => {
  const allowed = new RegExp(`^(?:${allowedNames()})$`);
  const idle = Object.keys(metricHelp).filter((name) => !suffixes.some((suffix) => allowed.test(name + suffix)));
  expect(idle).toEqual([]);
});

test('help is read from an exposition, of allowed families, in plain words', () => {
  const exposition = [
    '# HELP node_load1 [ALPHA] 1m load\\naverage.',
    '# TYPE node_load1 gauge',
    'node_load1 0.1',
    '# HELP kubelet_pod_start_duration_seconds How long.',
    '# TYPE kubelet_pod_start_duration_seconds histogram',
    '# HELP secret_total Not ours.',
  ].join('\n');
  expect(readHelp(exposition)).toEqual({
    node_load1: { type: 'gauge', help: '1m load average.' },
    kubelet_pod_start_duration_seconds: { type: 'histogram', help: 'How long.' },
  });
});
