import { expect, test } from 'vitest';
import { frameMessage, isSame, sharedOf, uidOf } from './frame-messages.ts';

test('only a dashboard in a frame is listened to', () => {
  const said = { from: 'oriel-grafana', path: '/d/oriel-pods/pods', search: '?var-pod=a', title: 'Pods' };
  expect(frameMessage(said)).toEqual(said);
  for (const other of [undefined, 'text', {}, { ...said, from: 'else' }, { ...said, path: 1 }]) {
    expect(frameMessage(other)).toBeUndefined();
  }
});

test('the range and variables are shared, whatever their order, and nothing else', () => {
  const one = sharedOf(new URLSearchParams('to=now&from=now-1h&var-pod=b&var-pod=a&kiosk&theme=dark&orgId=3'));
  expect(one).toEqual({ from: ['now-1h'], to: ['now'], 'var-pod': ['b', 'a'] });
  expect(isSame(one, sharedOf(new URLSearchParams('from=now-1h&var-pod=b&var-pod=a&to=now')))).toBe(true);
  expect(isSame(one, sharedOf(new URLSearchParams('from=now-1h&var-pod=a&var-pod=b&to=now')))).toBe(false);
});

test('a path names a dashboard, or another page', () => {
  expect(uidOf('/d/oriel-pods/pods')).toBe('oriel-pods');
  expect(uidOf('/d/oriel-pods')).toBe('oriel-pods');
  expect(uidOf('/dashboards')).toBeUndefined();
});
