import { testDatabase } from '@oriel/db/testing/postgres';
import { OrielError } from '@oriel/domain/errors';
import { TRPCError } from '@trpc/server';
import { describe, expect, test } from 'vitest';
import { appRouter } from '../root.ts';
import { testEnv } from '../testing/test-env.ts';
import { callerFor, makeWorld, type Role, roles, type World } from '../testing/world.ts';
import { type AccessName, type Verdict, verdictFor } from './expected-access.ts';
import { type ExpectedProcedure, procedures } from './procedures.ts';

// Every procedure × every role on a real database. What is expected stands in procedures.ts and
// expected-access.ts; the router is not asked what it thinks it should allow.

const database = testDatabase();
testEnv(() => database.url);

const types = appRouter._def.procedures as unknown as Readonly<Record<string, { _def: { type: string } }>>;
const denied = roles.filter((role) => role !== 'admin');

type Answer = { readonly verdict: Verdict; readonly value?: unknown; readonly failure?: unknown };

async function ask(world: World, role: Role, path: string): Promise<Answer> {
  const expected = procedures[path] as ExpectedProcedure;
  const input = expected.input?.(world, role === 'anonymous' ? 'owner' : role);
  try {
    return { verdict: 'allowed', value: await call(world, role, { path, input }) };
  } catch (error) {
    const code = error instanceof TRPCError && error.cause instanceof OrielError ? error.cause.code : undefined;
    if (code === 'unauthenticated' || code === 'forbidden' || code === 'not_found') return { verdict: code };
    if (code !== undefined && expected.mayFail?.includes(code)) return { verdict: 'allowed' };
    return { verdict: 'allowed', failure: error };
  }
}

async function call(world: World, role: Role, { path, input }: { path: string; input: unknown }): Promise<unknown> {
  const [feature = '', name = ''] = path.split('.');
  const caller = callerFor(database.db, world.headers[role]) as unknown as Record<
    string,
    Record<string, (input: unknown) => Promise<unknown>>
  >;
  const answer = await caller[feature]?.[name]?.(input);
  if (types[path]?._def.type !== 'subscription') return answer;
  // The first event, then hang up.
  const iterator = (answer as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  const first = await iterator.next();
  await iterator.return?.();
  return first.value;
}

const audited = () => database.db.auditEntry.count();

describe.each(Object.entries(procedures))('%s', (path, expected) => {
  const { access } = expected;
  const isMutation = types[path]?._def.type === 'mutation';

  if (access.startsWith('visible')) {
    test.each(roles)('%s sees the project if and only if it is theirs to see', (role) => sees(path, role));
    return;
  }

  const refused = roles.filter((role) => verdictFor(access, role) !== 'allowed');
  if (refused.length > 0) {
    test(`refuses ${refused.join(', ')}, and changes nothing`, async () => {
      const world = await makeWorld(database.db);
      const before = await audited();
      const verdicts: Record<string, Verdict> = {};
      for (const role of refused) verdicts[role] = (await ask(world, role, path)).verdict;
      expect(verdicts).toEqual(Object.fromEntries(refused.map((role) => [role, verdictFor(access, role)])));
      expect(await audited()).toBe(before);
    });
  }

  const admitted = roles.filter((role) => verdictFor(access, role) === 'allowed');
  test.each(admitted)('admits %s', async (role) => {
    const world = await makeWorld(database.db);
    const before = await audited();
    const answer = await ask(world, role, path);
    expect(answer).toMatchObject({ verdict: 'allowed' });
    expect(answer.failure).toBeUndefined();
    if (isMutation && !expected.unaudited && !expected.mayFail) expect(await audited()).toBeGreaterThan(before);
  });
});

async function sees(path: string, role: Role): Promise<void> {
  const expected = procedures[path] as ExpectedProcedure;
  const verdict = verdictFor(expected.access as AccessName, role);
  const world = await makeWorld(database.db);
  const answer = await ask(world, role, path);
  expect(answer.failure).toBeUndefined();
  if (role === 'anonymous') return expect(answer.verdict).toBe('unauthenticated');
  const told = answer.value === undefined ? false : tellsOf(world, expected, answer.value);
  expect(told).toBe(verdict === 'allowed');
}

function tellsOf({ own, cluster }: World, { tells }: ExpectedProcedure, answer: unknown): boolean {
  if (tells) return tells(answer);
  const text = JSON.stringify(answer);
  return [own.id, own.slug, cluster.id, cluster.name].some((mark) => text.includes(mark));
}

test('the matrix has something to refuse in every row but the public ones', () => {
  const open = Object.entries(procedures).filter(([, { access }]) =>
    denied.every((role) => verdictFor(access, role) === 'allowed'),
  );
  expect(open.every(([, { access }]) => access === 'public')).toBe(true);
});
