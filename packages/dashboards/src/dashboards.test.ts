import { parser as logql } from '@grafana/lezer-logql';
import { allowedNames } from '@oriel/agent-config/metric-families';
import { narrowLogql } from '@oriel/query-scope/logql';
import { narrowPromql } from '@oriel/query-scope/promql';
import { parser as promql } from '@prometheus-io/lezer-promql';
import { describe, expect, test } from 'vitest';
import { platformDashboards, projectDashboards } from './dashboards.ts';
import { filledIn, panelsOf, type Target, targetsOf, variablesOf } from './testing/targets.ts';
import { uids } from './uids.ts';

const project = projectDashboards();
const all = [...project, ...platformDashboards()];
const parsers = { metrics: promql.configure({ strict: true }), logs: logql.configure({ strict: true }) };
const dataSources = { metrics: 'oriel-metrics', logs: 'oriel-logs' };
const label = ({ dashboard, panel, refId }: Target) => `${dashboard}, ${panel}, ${refId}`;

test('every provided address is one dashboard', () => {
  const found = all.map(({ uid }) => uid);
  expect(new Set(found).size).toBe(found.length);
  expect(Object.values(uids)).toEqual(expect.arrayContaining(found));
});

describe.each(all.map((dashboard) => [dashboard.uid, dashboard] as const))('%s', (_, dashboard) => {
  const panels = panelsOf(dashboard);

  test('says what it is, and every panel does', () => {
    expect(dashboard.model).toMatchObject({ uid: dashboard.uid, title: dashboard.title, tags: ['oriel'] });
    expect(dashboard.model).not.toHaveProperty('id');
    expect(dashboard.model.description).toMatch(/\.$/);
    for (const { type, title, description, fieldConfig } of panels) {
      expect(title).not.toBe('');
      if (type === 'row') continue;
      expect(description, title).toMatch(/.{20}[.?]$/);
      if (type !== 'logs') expect(fieldConfig?.defaults.unit, title).toBeTruthy();
    }
  });

  test('panels have numbers and titles of their own and lie beside each other', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const titles = panels.filter(({ type }) => type !== 'row').map(({ title }) => title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    const cells = panels.flatMap(({ title, gridPos: { x, y, w, h } }) => {
      expect(x + w, title).toBeLessThanOrEqual(24);
      return Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`);
    });
    expect(new Set(cells).size).toBe(cells.length);
  });

  test('its queries are written in their language and read the data sources there are', () => {
    for (const target of targetsOf(dashboard)) {
      expect(target.uid, label(target)).toBe(dataSources[target.store]);
      expect(
        () => parsers[target.store].parse(filledIn(target.expr)),
        `${label(target)}: ${target.expr}`,
      ).not.toThrow();
    }
  });

  test('only variables that it has', () => {
    const names = new Set(variablesOf(dashboard).map(({ name }) => name));
    for (const target of targetsOf(dashboard)) {
      for (const [, name = ''] of target.expr.matchAll(/\$\{?([A-Za-z]\w*)/g))
        expect(names, label(target)).toContain(name);
    }
  });
});

test('whoever may read a part of the project only can use the dashboards too', () => {
  const reach = [{ clusters: ['demo'], namespaces: ['shop'] }];
  for (const target of project.flatMap(targetsOf)) {
    const narrow = target.store === 'metrics' ? narrowPromql : narrowLogql;
    expect(() => narrow(filledIn(target.expr), reach), label(target)).not.toThrow();
  }
});

test('every metric is one that agents send', () => {
  const sent = new RegExp(`^(?:${allowedNames()})$`);
  for (const target of project.flatMap(targetsOf).filter(({ store }) => store === 'metrics')) {
    for (const name of metricsIn(filledIn(target.expr))) expect(name, label(target)).toMatch(sent);
  }
});

function metricsIn(expr: string): string[] {
  const names: string[] = [];
  promql.parse(expr).iterate({
    enter: ({ name, node }) => {
      if (name === 'Identifier' && node.parent?.name === 'VectorSelector') names.push(expr.slice(node.from, node.to));
    },
  });
  return names;
}
