import { parser as logql } from '@grafana/lezer-logql';
import { allowedNames } from '@oriel/agent-config/metric-families';
import { allowedSeedNames } from '@oriel/agent-config/seed-metric-families';
import { narrowLogql } from '@oriel/query-scope/logql';
import { narrowPromql } from '@oriel/query-scope/promql';
import { parser as promql } from '@prometheus-io/lezer-promql';
import { describe, expect, test } from 'vitest';
import { platformDashboards, projectDashboards } from './dashboards.ts';
import { filledIn, panelsOf, type Target, targetsOf, variablesOf } from './testing/targets.ts';
import { uids } from './uids.ts';

const lists = { project: projectDashboards(), platform: platformDashboards() };
const all = Object.entries(lists).flatMap(([where, list]) => list.map((one) => [`${where}: ${one.uid}`, one] as const));
const parsers = { metrics: promql.configure({ strict: true }), logs: logql.configure({ strict: true }) };
const dataSources = { metrics: 'oriel-metrics', logs: 'oriel-logs' };
const label = ({ dashboard, panel, refId }: Target) => `${dashboard}, ${panel}, ${refId}`;

test('every address is one dashboard of its organization', () => {
  expect(lists.platform.map(({ uid }) => uid).sort()).toEqual(Object.values(uids).sort());
  expect(new Set(lists.project.map(({ uid }) => uid)).size).toBe(lists.project.length);
});

describe.each(all)('%s', (_, dashboard) => {
  const panels = panelsOf(dashboard);

  test('says what it is, and every panel does', () => {
    expect(dashboard.model).toMatchObject({ uid: dashboard.uid, title: dashboard.title, tags: ['oriel'] });
    expect(dashboard.model).not.toHaveProperty('id');
    expect(dashboard.model.description).toMatch(/\.$/);
    for (const { type, title, description, fieldConfig, gridPos } of panels) {
      expect(title).not.toBe('');
      if (type === 'row') continue;
      expect(description, title).toMatch(/.{20}[.?]$/);
      // A sixth of a page on a desk shows so much of a title before it is cut.
      if (type === 'stat' && gridPos.w <= 4) expect(title?.length, title).toBeLessThanOrEqual(16);
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
      // Grafana asks the panel's own data source, and a default of its where there is none.
      const panel = panels.find(({ type, title }) => type !== 'row' && title === target.panel);
      expect(panel?.datasource?.uid, label(target)).toBe(target.uid);
      expect(
        () => parsers[target.store].parse(filledIn(target.expr)),
        `${label(target)}: ${target.expr}`,
      ).not.toThrow();
    }
  });

  test('only variables that it has', () => {
    const names = new Set(variablesOf(dashboard).map(({ name }) => name));
    // One id for two of them, and Grafana shows one.
    expect(variablesOf(dashboard).map(({ id }) => id)).toEqual([...names]);
    for (const target of targetsOf(dashboard)) {
      for (const [, name = ''] of target.expr.matchAll(/\$\{?([A-Za-z]\w*)/g))
        expect(names, label(target)).toContain(name);
    }
  });
});

test('whoever may read a part of the project only can use the dashboards too', () => {
  const reach = [{ clusters: ['demo'], namespaces: ['shop'] }];
  for (const target of lists.project.flatMap(targetsOf)) {
    const narrow = target.store === 'metrics' ? narrowPromql : narrowLogql;
    expect(() => narrow(filledIn(target.expr), reach), label(target)).not.toThrow();
  }
});

test.each([
  ['project', allowedNames()],
  ['platform', `${allowedNames()}|${allowedSeedNames()}`],
] as const)('%s: every metric is one that agents send', (where, names) => {
  const sent = new RegExp(`^(?:${names})$`);
  for (const target of lists[where].flatMap(targetsOf).filter(({ store }) => store === 'metrics')) {
    for (const name of metricsIn(filledIn(target.expr))) expect(name, label(target)).toMatch(sent);
  }
});

test('where there are many projects, everything is asked of the chosen ones', () => {
  const ofSeeds = new Set<string>([uids.seeds, uids.loki, uids.mimir]);
  for (const dashboard of lists.platform.filter(({ uid }) => !ofSeeds.has(uid))) {
    expect(variablesOf(dashboard)[0]?.name).toBe('project');
    for (const target of targetsOf(dashboard)) {
      const selectors = target.expr.match(/\{/g) ?? [];
      expect(target.expr.match(/project=~"\$project"/g), label(target)).toHaveLength(selectors.length);
    }
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
