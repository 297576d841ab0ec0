import { expect, it } from 'vitest';
import { differingLabels, type Labels, nameSeries, writeLabels } from './name-series.ts';

it('writes labels as a selector', () => {
  expect(writeLabels({ __name__: 'up', pod: 'b"c', job: 'a' })).toBe('up{job="a", pod="b\\"c"}');
  expect(writeLabels({ __name__: 'up' })).toBe('up');
  expect(writeLabels({})).toBe('{}');
});

it('says once what all series share', () => {
  const all: Labels[] = [
    { __name__: 'up', cluster: 'demo', job: 'a' },
    { __name__: 'up', cluster: 'demo', job: 'b', pod: 'c' },
  ];
  expect(differingLabels(all)).toEqual(['job', 'pod']);
  expect(nameSeries(all, 'q')).toEqual({ common: 'up{cluster="demo"}', names: ['{job="a"}', '{job="b", pod="c"}'] });
});

it('begins a name with the label that has most values', () => {
  const all = ['a', 'b', 'c'].map((pod, index) => ({ app: String(index % 2), pod }));
  expect(nameSeries(all, 'q').names[1]).toBe('{pod="b", app="1"}');
});

it('names a single series whole, and one without labels by its query', () => {
  expect(nameSeries([{ job: 'a' }], 'sum(up)')).toEqual({ common: '', names: ['{job="a"}'] });
  expect(nameSeries([{}], 'sum(up)')).toEqual({ common: '', names: ['sum(up)'] });
  expect(nameSeries([], 'sum(up)')).toEqual({ common: '', names: [] });
});
