import { appendAudit } from '@oriel/db/audit';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeAll, describe, expect, test } from 'vitest';
import { clientOf } from '@/rest/testing/client.ts';
import { publicOrigin, testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type Role, type World } from '@/server/testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
let project: string;
beforeAll(async () => {
  world = await makeWorld(database.db);
  project = world.own.slug;
  const actor = { userId: world.people.owner.id, email: 'Anna_1@example.com', address: '10.2.3.4' };
  const write = (entry: Partial<Parameters<typeof appendAudit>[1]>) =>
    database.db.$transaction((tx) =>
      appendAudit(tx, { actor, action: 'cluster.create', targetType: 'cluster', targetId: world.cluster.id, ...entry }),
    );
  await write({ projectId: world.own.id, after: { name: '=cmd()', on: true } });
  await write({ projectId: world.own.id, action: 'policy.set', before: { value: 1 }, after: { value: 2 } });
  await write({ projectId: world.own.id, actor: { ...actor, email: 'annaX1@example.com', address: '192.0.2.7' } });
  await write({ projectId: world.other.id, action: 'policy.set' });
  await write({ actor: { email: 'oriel' }, action: 'seed.create', targetType: 'seed', targetId: world.own.seedId });
});

const as = (role: Role) => callerFor(database.db, world.headers[role]);
const send = clientOf(() => database.db);
const cookie = (role: 'owner' | 'admin') => ({
  cookie: world.headers[role].get('cookie') ?? '',
  origin: publicOrigin,
});
const actionsOf = (items: readonly { action: string }[]) => items.map(({ action }) => action);

describe('an owner', () => {
  test('sees their project, the newest first, and nothing of others or of the platform', async () => {
    const { items, nextCursor } = await as('owner').audit.list({ project, actor: 'anna' });
    expect(actionsOf(items)).toEqual(['cluster.create', 'policy.set', 'cluster.create']);
    expect(new Set(items.map(({ projectId }) => projectId))).toEqual(new Set([world.own.id]));
    expect(nextCursor).toBeNull();
    await expect(as('owner').audit.listAll()).rejects.toThrow(/administrators/);
    await expect(as('owner').audit.verify()).rejects.toThrow(/administrators/);
  });

  test.each(['viewer', 'editor', 'foreignToken', 'stranger'] as const)('alone: %s does not', async (role) => {
    await expect(as(role).audit.list({ project })).rejects.toThrow();
    await expect(as(role).audit.export({ project })).rejects.toThrow();
  });

  test('learns who, with what, from where, what about, and its place in the chain', async () => {
    const [entry] = (await as('owner').audit.list({ project, action: 'policy' })).items;
    expect(entry).toMatchObject({
      actor: 'Anna_1@example.com',
      actorId: world.people.owner.id,
      credential: null,
      address: '10.2.3.4',
      project,
      targetName: world.cluster.name,
      position: expect.stringMatching(/^\d+$/),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      before: { value: 1 },
      after: { value: 2 },
    });
  });
});

describe('a filter', () => {
  test.each([
    ['part of who', { actor: 'anna' }, 3],
    ['which is no pattern', { actor: 'anna_1' }, 2],
    ['nor here', { actor: '%' }, 0],
    ['an action', { action: 'policy.set' }, 1],
    ['how an action begins', { action: 'cluster' }, 2],
    ['a kind of target', { target: 'cluster' }, 3],
    ['another kind', { target: 'seed' }, 0],
    ['how an address begins', { address: '10.2.' }, 2],
    ['all of them together', { address: '10.2.', action: 'cluster' }, 1],
    ['a time to come', { from: '2999-01-01T00:00:00Z' }, 0],
    ['a time long ago', { to: '2001-01-01T00:00:00Z' }, 0],
    ['a time around now', { actor: 'anna', from: '2001-01-01T00:00:00+02:00', to: '2999-01-01T00:00:00Z' }, 3],
  ])('narrows to %s', async (_, filter, count) => {
    expect((await as('owner').audit.list({ project, ...filter })).items).toHaveLength(count);
  });

  test('of a project narrows what administrators see; one that does not exist leaves nothing', async () => {
    const { items } = await as('admin').audit.listAll({ project, actor: 'anna' });
    expect(items).toHaveLength(3);
    expect((await as('admin').audit.listAll({ project: 'nowhere' })).items).toEqual([]);
    const [seed] = (await as('admin').audit.listAll({ action: 'seed.create', actor: 'oriel' })).items;
    expect(seed).toMatchObject({ projectId: null, project: null, targetName: expect.any(String) });
  });

  test('with what no entry can hold is refused', async () => {
    await expect(as('owner').audit.list({ project, actor: 'a\u0000b' })).rejects.toThrow(/control characters/);
  });

  test('holds from page to page', async () => {
    const first = await as('owner').audit.list({ project, action: 'cluster', limit: 1 });
    expect(first.items).toHaveLength(1);
    const cursor = first.nextCursor ?? '';
    const second = await as('owner').audit.list({ project, action: 'cluster', limit: 1, cursor });
    expect(second).toMatchObject({ items: [{ action: 'cluster.create' }], nextCursor: null });
    expect(second.items).not.toEqual(first.items);
  });
});

describe('with what somebody acted', () => {
  test('a session or a token, by its name', async () => {
    await as('owner').projects.rename({ project, name: 'By session' });
    const { value } = await as('owner').tokens.create({ name: 'ci: "x"', readOnly: false });
    const headers = { authorization: `Bearer ${value}` };
    await send('PATCH', `/projects/${project}`, { body: { name: 'By token' }, headers });
    const { items } = await as('owner').audit.list({ project, action: 'project.rename' });
    expect(items.map(({ credential }) => credential)).toEqual([
      { kind: 'token', id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'ci: "x"' },
      { kind: 'session' },
    ]);
  });
});

describe('an export', () => {
  test('is JSON lines, the oldest first, obeying the same filters and rights', async () => {
    const path = `/projects/${project}/audit/export?action=cluster`;
    const { status, headers, text } = await send('GET', path, { headers: cookie('owner') });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/x-ndjson');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="oriel-audit-.*\.jsonl"$/);
    const entries = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries).toMatchObject([
      { actor: 'Anna_1@example.com', projectId: world.own.id, after: { name: '=cmd()' } },
      { actor: 'annaX1@example.com', projectId: world.own.id },
    ]);
    expect((await send('GET', '/audit/export', { headers: cookie('owner') })).status).toBe(403);
    expect((await send('GET', `/projects/${world.other.slug}/audit/export`, { headers: {} })).status).toBe(401);
  });

  test('is CSV with a head, whose cells are no formulas', async () => {
    await database.db.$transaction((tx) =>
      appendAudit(tx, {
        actor: { email: '=1+1@example.com' },
        action: 'user.create',
        projectId: world.own.id,
        targetType: 'user',
        targetId: '@x',
      }),
    );
    const path = `/audit/export?format=csv&project=${project}&action=user`;
    const { text, headers } = await send('GET', path, { headers: cookie('admin') });
    expect(headers.get('content-type')).toContain('text/csv');
    const [head, row] = text.split('\r\n');
    expect(head).toMatch(/^position,hash,id,at,actorId,actor,credential,action/);
    expect(row).toContain(",'=1+1@example.com,");
    expect(row).toContain(",'@x,");
  });
});

describe('a check of the chain', () => {
  test('finds it whole, and hands out an anchor that holds later', async () => {
    const { head, ...first } = await as('admin').audit.verify();
    expect(first).toMatchObject({ complete: true, problems: [] });
    expect(first.entries).toBeGreaterThan(5);
    await as('owner').projects.rename({ project, name: 'Once more' });
    const later = await as('admin').audit.verify({ anchor: head ?? '' });
    expect(later).toMatchObject({ entries: first.entries + 1, problems: [] });
    const wrong = await as('admin').audit.verify({ anchor: `1:${'0'.repeat(64)}` });
    expect(wrong.problems).toMatchObject([{ kind: 'cut off' }]);
    await expect(as('admin').audit.verify({ anchor: 'x' })).rejects.toThrow(/anchor/);
  });
});
