import { describe, expect, test } from 'vitest';
import { largestDashboard, parseDashboard } from './dashboard-model.ts';

const panel = (datasource: unknown) => ({ title: 'Orders', panels: [{ type: 'stat', targets: [{ datasource }] }] });

describe('a dashboard', () => {
  test('loses what Oriel or Grafana decides, and takes another title', () => {
    const model = { id: 7, uid: 'abc', version: 3, title: 'Orders', panels: [], tags: ['shop'] };
    expect(parseDashboard(model)).toEqual({
      title: 'Orders',
      model: { title: 'Orders', panels: [], tags: ['shop'] },
    });
    expect(parseDashboard(model, ' Sales ').title).toBe('Sales');
  });

  test.each([
    null,
    undefined,
    'default',
    '-- Mixed --',
    '$source',
    { type: 'prometheus', uid: 'oriel-metrics' },
    { type: 'loki', uid: `\${source}` },
    { type: 'datasource', uid: '-- Dashboard --' },
    { type: 'prometheus' },
  ])('may ask %j', (datasource) => {
    expect(parseDashboard(panel(datasource)).title).toBe('Orders');
  });

  test.each(['P1809F7CD0C75ACF3', { uid: 'oriel-metrics/../../5' }, { uid: 5 }, '$a/../b'])(
    'may not ask %j, and says whom it may',
    (datasource) => {
      expect(() => parseDashboard(panel(datasource))).toThrow('Use oriel-metrics, oriel-logs or oriel-alerts.');
    },
  );

  test.each([
    ['no object', [], 'A dashboard is a JSON object.'],
    ['a text', '{}', 'A dashboard is a JSON object.'],
    ['no title', { panels: [] }, 'A dashboard needs a title of 1 to 180 characters.'],
    ['panels that are none', { title: 'A', panels: {} }, '"panels" of a dashboard is a list.'],
    ['an export to share', { title: 'A', __inputs: [] }, 'Export it without that option.'],
    ['a resource', { apiVersion: 'dashboard.grafana.app/v2', spec: {} }, 'Export it in the classic form.'],
  ])('%s is refused, with what to do', (_, value, sentence) => {
    expect(() => parseDashboard(value)).toThrow(sentence);
  });

  test('one that is too large, or too deep, is refused', () => {
    const text = 'x'.repeat(largestDashboard);
    expect(() => parseDashboard({ title: 'A', text })).toThrow('1000000 are the most');
    let deep: unknown = 1;
    for (let level = 0; level < 100; level++) deep = [deep];
    expect(() => parseDashboard({ title: 'A', deep })).toThrow('nests deeper than 60 levels');
  });
});
