import { expect, test } from 'vitest';
import { dashboardsFrom, mostPerCluster } from './dashboards-from.ts';

const source = (name: string, data: Record<string, string> | null) => ({
  metadata: { namespace: 'shop', name },
  data,
});
const text = (title: string, more = {}) => JSON.stringify({ title, panels: [], ...more });
const whyNot = (json: string) => dashboardsFrom('c1', [source('a', { 'a.json': json })]).refused[0]?.why;

test('each key that ends in .json is a dashboard, whose uid hangs on its place only', () => {
  const data = { 'orders.json': text('Orders', { id: 4, uid: 'x', version: 2 }), 'notes.txt': 'none', json: 'none' };
  const { accepted, refused } = dashboardsFrom('c1', [source('boards', data), source('empty', null)]);
  expect(refused).toEqual([]);
  expect(accepted).toEqual([
    {
      namespace: 'shop',
      name: 'boards',
      key: 'orders.json',
      uid: expect.stringMatching(/^op-[0-9a-f]{24}$/),
      title: 'Orders',
      model: { title: 'Orders', panels: [] },
    },
  ]);
  const uidIn = (clusterId: string, name: string, title: string) =>
    dashboardsFrom(clusterId, [source(name, { 'orders.json': text(title) })]).accepted[0]?.uid;
  expect(uidIn('c1', 'boards', 'Other')).toBe(accepted[0]?.uid);
  expect(uidIn('c2', 'boards', 'Orders')).not.toBe(accepted[0]?.uid);
  expect(uidIn('c1', 'others', 'Orders')).not.toBe(accepted[0]?.uid);
});

test('one that is refused is named, and keeps no other away', () => {
  const { accepted, refused } = dashboardsFrom('c1', [source('a', { 'bad.json': '{', 'good.json': text('Good') })]);
  expect(accepted.map(({ title }) => title)).toEqual(['Good']);
  expect(refused).toEqual([{ namespace: 'shop', name: 'a', key: 'bad.json', why: 'It is not JSON.' }]);
});

test.each([
  ['a foreign data source', text('A', { templating: { datasource: { uid: 'prod-db' } } }), 'Use oriel-metrics'],
  ['no title', text(' '), 'needs a title'],
  ['a list', '[]', 'is a JSON object'],
  ['one that is large', text('A', { note: 'x'.repeat(1_000_000) }), 'larger than 1000000 bytes'],
  ['one that is endlessly deep', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, 'nests too deep'],
  ['a NUL', text('A\0'), 'NUL character'],
  ['half a character', '{"title":"A","note":"\\ud83d"}', 'surrogate'],
  ['numbers that fill the database', text('A', { many: Array(5_000).fill(1e300) }), 'are the most'],
])('refused: %s', (_, json, why) => {
  expect(whyNot(json)).toContain(why);
});

test('what only looks like those is accepted', () => {
  expect(whyNot(text('A\\u0000 🚀 1e300', { few: [1e300, 0.1], path: 'C:\\ud83d' }))).toBeUndefined();
});

test('past the limit, the same ones are refused in whatever order they come', () => {
  const many = Array.from({ length: mostPerCluster + 2 }, (_, at) =>
    source(`board-${String(at).padStart(3, '0')}`, { 'a.json': text(`Board ${at}`) }),
  );
  for (const order of [many, many.toReversed()]) {
    const { accepted, refused } = dashboardsFrom('c1', order);
    expect(accepted).toHaveLength(mostPerCluster);
    expect(refused.map(({ name }) => name)).toEqual(['board-100', 'board-101']);
    expect(refused[0]?.why).toContain('100 dashboards at most');
  }
});
