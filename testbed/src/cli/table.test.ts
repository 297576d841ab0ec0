import { expect, it } from 'vitest';
import { table } from './table.ts';

it('aligns columns and leaves no blanks at the end', () => {
  expect(
    table([
      ['NAME', 'PID'],
      ['demo/etcd', '7'],
    ]),
  ).toEqual(['NAME       PID', 'demo/etcd  7']);
});
