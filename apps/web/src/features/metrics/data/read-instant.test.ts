import { expect, it } from 'vitest';
import { type InstantRow, readInstant, sortRows } from './read-instant.ts';

it('reads vectors, the newest of a range, scalars and strings', () => {
  const vector = readInstant(
    {
      resultType: 'vector',
      result: [{ metric: { job: 'a', cluster: 'demo' }, value: [1, '2'] }, { metric: { job: 'b', cluster: 'demo' } }],
    },
    'q',
  );
  expect(vector).toEqual({
    labels: ['job'],
    common: '{cluster="demo"}',
    rows: [
      { id: '{cluster="demo", job="a"}', name: '{job="a"}', labels: { job: 'a', cluster: 'demo' }, value: 2 },
      { id: '{cluster="demo", job="b"}', name: '{job="b"}', labels: { job: 'b', cluster: 'demo' }, value: 'histogram' },
    ],
  });
  const range = readInstant(
    {
      resultType: 'matrix',
      result: [
        {
          metric: { job: 'a' },
          values: [
            [1, '1'],
            [2, '5'],
          ],
        },
      ],
    },
    'q',
  );
  expect(range).toMatchObject({ labels: ['job'], rows: [{ value: 5 }] });
  expect(readInstant({ resultType: 'scalar', result: [1, '7'] }, 'q').rows[0]?.value).toBe(7);
  expect(readInstant({ resultType: 'string', result: [1, '7'] }, 'q').rows[0]).toMatchObject({ name: 'q', value: '7' });
});

const row = (job: string, value: number | string): InstantRow => ({ id: job, name: job, labels: { job }, value });

it('sorts by value with the others last, and labels as people count', () => {
  const rows = [row('n10', 1), row('n9', Number.NaN), row('n2', Number.POSITIVE_INFINITY), row('n1', 3)];
  const jobs = (by: string, descending: boolean) => sortRows(rows, by, descending).map((one) => one.labels.job);
  expect(jobs('value', true)).toEqual(['n2', 'n1', 'n10', 'n9']);
  expect(jobs('value', false)).toEqual(['n10', 'n1', 'n2', 'n9']);
  expect(jobs('job', false)).toEqual(['n1', 'n2', 'n9', 'n10']);
});
