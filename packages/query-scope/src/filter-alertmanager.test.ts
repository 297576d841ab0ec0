import type { Reach } from '@oriel/domain/reach';
import { expect, test } from 'vitest';
import { filterAlertGroups, filterAlertmanagerAlerts, filterSilences, filterStatus } from './filter-alertmanager.ts';

const reach: Reach = [{ clusters: ['a'], namespaces: ['x'] }];
const inside = { labels: { alertname: 'Down', cluster: 'a', namespace: 'x' } };
const outside = { labels: { alertname: 'Down', cluster: 'a', namespace: 'z' } };

test('an alert is kept where its own labels lie in the reach', () => {
  const list = [inside, outside, { labels: { cluster: 'a' } }, { labels: {} }];
  expect(filterAlertmanagerAlerts(list, reach)).toEqual([inside]);
  expect(filterAlertmanagerAlerts(list, 'all')).toEqual(list);
});

test('a group keeps such alerts, and goes with its last one', () => {
  const groups = [
    { labels: {}, receiver: { name: 'r' }, alerts: [inside, outside] },
    { labels: {}, alerts: [outside] },
  ];
  expect(filterAlertGroups(groups, reach)).toEqual([{ labels: {}, receiver: { name: 'r' }, alerts: [inside] }]);
});

test('a silence is kept where it can silence nothing outside', () => {
  const is = (name: string, value: string, how = {}) => ({ name, value, isRegex: false, isEqual: true, ...how });
  const [cluster, namespace] = [is('cluster', 'a'), is('namespace', 'x')];
  const kept = [{ matchers: [cluster, namespace, is('pod', '.*', { isRegex: true })] }];
  const old = [{ matchers: [cluster, { name: 'namespace', value: 'x', isRegex: false }] }];
  const others = [
    { matchers: [cluster] },
    { matchers: [namespace] },
    { matchers: [cluster, is('namespace', 'z')] },
    { matchers: [cluster, is('namespace', 'x', { isRegex: true })] },
    { matchers: [cluster, is('namespace', 'x', { isEqual: false })] },
  ];
  expect(filterSilences([...kept, ...others, ...old], reach)).toEqual([...kept, ...old]);
});

test('the status comes without the configuration', () => {
  const status = { uptime: 'now', config: { original: 'receivers: [{ name: boss }]' } };
  expect(filterStatus(status, reach)).toEqual({ uptime: 'now', config: { original: '' } });
  expect(filterStatus(status, 'all')).toEqual(status);
});

test('an answer in any other form reaches nobody', () => {
  const failed = expect.objectContaining({ code: 'upstream_failed' });
  expect(() => filterAlertmanagerAlerts({ alerts: [] }, reach)).toThrow(failed);
  expect(() => filterAlertGroups([{ alerts: 'x' }], reach)).toThrow(failed);
  expect(() => filterSilences([{}], reach)).toThrow(failed);
  expect(() => filterStatus([], reach)).toThrow(failed);
});
