import { describe, expect, test } from 'vitest';
import type { Access } from '../access.ts';
import { appRouter } from '../root.ts';
import { beforeBody } from '../trpc.ts';
import { nameOf } from './expected-access.ts';
import { procedures } from './procedures.ts';

interface Procedure {
  readonly _def: { readonly meta?: Access; readonly type: string; readonly middlewares: readonly unknown[] };
}

const found = appRouter._def.procedures as unknown as Readonly<Record<string, Procedure>>;

/** Short on purpose: each is a door without a lock. */
const publicProcedures = ['welcome.accept', 'welcome.check'];

describe('every procedure of the router', () => {
  test.each(Object.keys(found))('%s says what it asks of its caller', (path) => {
    expect(found[path]?._def.meta?.kind).toMatch(/^(public|self|platform|project|visible)$/);
  });

  test.each(Object.keys(found))('%s does nothing where somebody only asks whether they may', (path) => {
    expect(found[path]?._def.middlewares).toContain(beforeBody);
  });

  test('is listed in access-matrix/procedures.ts, and nothing else is', () => {
    expect(Object.keys(procedures).sort()).toEqual(Object.keys(found).sort());
  });

  test('asks for what is expected of it', () => {
    const declared = Object.fromEntries(
      Object.entries(found).map(([path, { _def }]) => [path, _def.meta && nameOf(_def.meta)]),
    );
    const expected = Object.fromEntries(Object.entries(procedures).map(([path, { access }]) => [path, access]));
    expect(declared).toEqual(expected);
  });

  test('is not public unless it is on the short list', () => {
    const open = Object.keys(found).filter((path) => found[path]?._def.meta?.kind === 'public');
    expect(open.sort()).toEqual(publicProcedures);
  });
});
