import { describe, expect, it } from 'vitest';
import { readLogql } from './logql-expression.ts';
import { planQuery } from './plan-query.ts';
import { readPromql } from './promql-expression.ts';

const asks = (query: string) => planQuery(readPromql(query)).questions.map((question) => question.query);
const asksLogs = (query: string) => {
  const expression = readLogql(query);
  return expression && planQuery(expression).questions.map((question) => question.query);
};

describe('asked as it stands', () => {
  it.each([
    'up',
    'up{a="b"} offset 5m',
    'rate(up[5m]) * 2',
    '-up',
    '(up + 1) / 2',
    'up - down',
    'up and down',
    'up - on (__tenant_id__, pod) group_left () down',
    'up - ignoring (x) down',
    'quantile by (__tenant_id__) (0.9, up)',
    'stddev without (pod) (up)',
    'histogram_quantile(0.9, sum without (pod) (rate(x_bucket[5m])))',
    'max_over_time(sum by (__tenant_id__) (up)[1h:5m])',
    'label_replace(up, "x", "$1", "pod", ".*")',
    'sum by (pod) (up)',
    'group(up)',
    'topk(3, up)',
  ])('%s', (query) => {
    expect(asks(query)).toEqual([query]);
  });

  it.each([
    'rate({a="b"}[5m])',
    'sum by (a) (rate({a="b"} | json [5m]))',
    'quantile_over_time(0.9, {a="b"} | unwrap x [5m]) by (a)',
  ])('%s', (query) => {
    expect(asksLogs(query)).toEqual([query]);
  });

  it('lines are no figures', () => {
    expect(asksLogs('{a="b"} | json | x > 5')).toBeUndefined();
  });
});

describe('divided', () => {
  it.each([
    ['avg by (pod) (up)', ['sum by (pod) (up)', 'count by (pod) (up)']],
    ['AVG(up) by (pod)', ['sum(up) by (pod)', 'count(up) by (pod)']],
    ['sum(up) / count(down)', ['sum(up)', 'count(down)']],
    ['topk(3, sum by (pod) (up))', ['sum by (pod) (up)']],
    ['max(sum by (pod) (up)) > bool 3', ['sum by (pod) (up)']],
    ['round(sum(up), 0.1)', ['sum(up)']],
    ['sum(up) or vector(0)', ['sum(up)', 'vector(0)']],
    ['time() - max(up)', ['time()', 'max(up)']],
    ['up / on (pod) down', ['up', 'down']],
    ['sum(up) * (60 * 60)', ['sum(up)', '(60 * 60)']],
  ])('%s', (query, expected) => {
    expect(asks(query)).toEqual(expected);
  });

  it.each([
    ['avg(rate({a="b"}[5m]))', ['sum(rate({a="b"}[5m]))', 'count(rate({a="b"}[5m]))']],
    ['sum(rate({a="b"}[5m])) or vector(0)', ['sum(rate({a="b"}[5m]))', 'vector(0)']],
    ['sort_desc(sum(rate({a="b"}[5m])))', ['sum(rate({a="b"}[5m]))']],
  ])('%s', (query, expected) => {
    expect(asksLogs(query)).toEqual(expected);
  });
});

describe('refused', () => {
  it.each([
    'quantile(0.9, up)',
    'stddev(up)',
    'stdvar by (pod) (up)',
    'count_values("x", up)',
    'limitk(3, up)',
    'absent(up)',
    'absent_over_time(up[5m])',
    'scalar(up)',
    'vector(scalar(up))',
    'up * on (pod) group_left (x) down',
    'sum(up) * on () group_right up',
    'max_over_time(sum(up)[1h:5m])',
    'histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))',
    'quantile(0.9, sum by (pod) (up))',
    'topk(scalar(up), up)',
    'label_replace(up, "__tenant_id__", "x", "pod", ".*")',
    'label_join(up, "__tenant_id__", "-", "pod")',
    'sum(label_replace(sum(up), "x", "y", "z", ".*"))',
    '-1 ^ sum(up)',
    'info(up)',
    'sum(up',
    '',
    `${'('.repeat(500)}up${')'.repeat(500)}`,
  ])('%s', (query) => {
    expect(() => asks(query)).toThrow(
      expect.objectContaining({ code: 'bad_input', message: expect.stringContaining('label project') }),
    );
  });

  it.each([
    'stddev(rate({a="b"}[5m]))',
    'absent_over_time({a="b"}[5m])',
    'approx_topk(3, rate({a="b"}[5m]))',
    'sum(rate({a="b"}[5m])) / on (a) group_left () rate({a="b"}[5m])',
  ])('%s', (query) => {
    expect(() => asksLogs(query)).toThrow(expect.objectContaining({ code: 'bad_input' }));
  });
});
