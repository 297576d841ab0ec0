import { testDatabase } from '@oriel/db/testing/postgres';
import { OrielError } from '@oriel/domain/errors';
import { TRPCError } from '@trpc/server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { appRouter } from '../root.ts';
import { testEnv } from '../testing/test-env.ts';
import { callerFor } from '../testing/world.ts';
import { type Verdict, verdictFor } from './expected-access.ts';
import type { ExpectedProcedure } from './expected-procedure.ts';
import { procedures } from './procedures.ts';
import { type Role, roles } from './roles.ts';
import { makeScopedWorld, type ScopedWorld } from './scoped-world.ts';

// Row 17: every procedure × every role and scope, on a real database. What is expected stands in procedures.ts and
// expected-access.ts; the router is not asked what it thinks it should allow.

const database = testDatabase();
testEnv(() => database.url);

/** For questions; whatever changes something gets a world of its own. */
let shared: ScopedWorld;
const platformAccounts = { kind: 'service', projectId: null } as const;
let sharedAccounts: string[];
beforeAll(async () => {
  shared = await makeScopedWorld(database.db);
  sharedAccounts = (await database.db.user.findMany({ where: platformAccounts })).map(({ id }) => id);
});
/** The platform has 500 at most, and every world brings two. */
afterEach(async () => {
  const passed = { ...platformAccounts, id: { notIn: sharedAccounts }, bindings: { none: {} } };
  await database.db.user.deleteMany({ where: passed });
});

const tally = { asked: 0, unexpected: [] as string[] };
afterAll(() => {
  const count = Object.keys(procedures).length;
  const every = `${count} procedures × ${roles.length} roles and scopes: ${tally.asked} asked`;
  process.stdout.write(`\n${every}, unexpected allows: ${tally.unexpected.length} (pass: 0)\n`);
  for (const one of tally.unexpected) process.stdout.write(`${one}\n`);
});

const types = appRouter._def.procedures as unknown as Readonly<Record<string, { _def: { type: string } }>>;
const isMutation = (path: string) => types[path]?._def.type === 'mutation';
const worldFor = async (path: string) => (isMutation(path) ? makeScopedWorld(database.db) : shared);

type Answer = { readonly verdict: Verdict; readonly value?: unknown; readonly failure?: unknown };

async function ask(world: ScopedWorld, role: Role, path: string): Promise<Answer> {
  const answer = await answerOf(world, role, path);
  const expected = procedures[path] as ExpectedProcedure;
  const allowed = expected.access.startsWith('visible')
    ? tellsOf(world, expected, answer.value)
    : answer.verdict === 'allowed';
  tally.asked += 1;
  if (allowed && verdictFor(expected, role) !== 'allowed') tally.unexpected.push(`${path} as ${role}`);
  return answer;
}

async function answerOf(world: ScopedWorld, role: Role, path: string): Promise<Answer> {
  const expected = procedures[path] as ExpectedProcedure;
  const input = expected.input?.(world, role);
  try {
    return { verdict: 'allowed', value: await call(world, role, { path, input }) };
  } catch (error) {
    const code = error instanceof TRPCError && error.cause instanceof OrielError ? error.cause.code : undefined;
    if (code === 'unauthenticated' || code === 'forbidden' || code === 'not_found') return { verdict: code };
    if (code !== undefined && expected.mayFail?.includes(code)) return { verdict: 'allowed' };
    return { verdict: 'allowed', failure: error };
  }
}

async function call(
  world: ScopedWorld,
  role: Role,
  { path, input }: { path: string; input: unknown },
): Promise<unknown> {
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
  if (expected.access.startsWith('visible')) {
    test.each(roles)('%s is told if and only if it is theirs to see', (role) => sees(path, role));
    return;
  }
  const refused = roles.filter((role) => verdictFor(expected, role) !== 'allowed');
  const admitted = roles.filter((role) => verdictFor(expected, role) === 'allowed');

  test.runIf(refused.length > 0)(`refuses ${refused.length} roles, and changes nothing`, async () => {
    const world = await worldFor(path);
    const before = await audited();
    const verdicts: Record<string, Verdict> = {};
    for (const role of refused) verdicts[role] = (await ask(world, role, path)).verdict;
    expect(verdicts).toEqual(Object.fromEntries(refused.map((role) => [role, verdictFor(expected, role)])));
    expect(await audited()).toBe(before);
  });

  test.each(admitted)('admits %s', async (role) => {
    const world = await worldFor(path);
    const before = await audited();
    const answer = await ask(world, role, path);
    expect(answer).toMatchObject({ verdict: 'allowed' });
    expect(answer.failure).toBeUndefined();
    if (isMutation(path) && !expected.unaudited && !expected.mayFail) expect(await audited()).toBeGreaterThan(before);
  });
});

async function sees(path: string, role: Role): Promise<void> {
  const expected = procedures[path] as ExpectedProcedure;
  const verdict = verdictFor(expected, role);
  const answer = await ask(shared, role, path);
  expect(answer.failure).toBeUndefined();
  if (verdict === 'unauthenticated') return expect(answer.verdict).toBe('unauthenticated');
  expect(tellsOf(shared, expected, answer.value)).toBe(verdict === 'allowed');
}

function tellsOf({ own, cluster }: ScopedWorld, { tells, about }: ExpectedProcedure, answer: unknown): boolean {
  if (answer === undefined) return false;
  if (tells) return tells(answer);
  const text = JSON.stringify(answer);
  const marks = about === 'cluster' ? [cluster.id, cluster.name] : [own.id, own.slug];
  return marks.some((mark) => text.includes(mark));
}

test('the matrix has something to refuse in every row but the public ones', () => {
  const denied = roles.filter((role) => role !== 'admin');
  const open = Object.values(procedures).filter((expected) =>
    denied.every((role) => verdictFor(expected, role) === 'allowed'),
  );
  expect(open.every(({ access }) => access === 'public')).toBe(true);
});
