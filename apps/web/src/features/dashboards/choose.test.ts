import { expect, test } from 'vitest';
import { chosenDashboards } from './choose.ts';
import type { DashboardRow } from './output.ts';

const row = (title: string, more: Partial<DashboardRow> = {}): DashboardRow => ({
  uid: title,
  title,
  tags: [],
  folder: 'Oriel',
  origin: 'oriel',
  starred: false,
  ...more,
});
const rows = [row('Pods', { tags: ['kubernetes'] }), row('Nodes'), row('Orders', { folder: 'Shop', starred: true })];
const titles = (search: string, folder: string | null = null) =>
  chosenDashboards(rows, { search, folder }).map(({ title }) => title);

test('starred ones stand first, the others as they came', () => {
  expect(titles('')).toEqual(['Orders', 'Pods', 'Nodes']);
});

test('every word must be in the title or a tag', () => {
  expect(titles('KUBE po')).toEqual(['Pods']);
  expect(titles('kube nodes')).toEqual([]);
});

test('within a folder', () => {
  expect(titles('', 'Shop')).toEqual(['Orders']);
});
