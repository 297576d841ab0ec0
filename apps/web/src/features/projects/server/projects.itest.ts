import { makePerson, makeSeed, randomName } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeEach, describe, expect, test } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
beforeEach(async () => {
  world = await makeWorld(database.db);
});

const as = (role: 'admin' | 'owner' | 'viewer' | 'stranger') => callerFor(database.db, world.headers[role]);

describe('making a project', () => {
  test('makes its tenant under an unguessable org id, and its maker the owner', async () => {
    const { seedId } = world.own;
    const slug = randomName('shop');
    const { id } = await as('admin').projects.create({ name: 'Shop', slug, seedId });
    const tenants = await database.db.tenant.findMany({ where: { projectId: id } });
    expect(tenants).toMatchObject([{ seedId, orgId: expect.stringMatching(new RegExp(`^${slug}-[0-9a-f]{8}$`)) }]);
    const { members } = await as('admin').members.list({ project: slug });
    expect(members).toMatchObject([{ subject: { email: world.people.admin.email }, role: 'owner' }]);
    const { items } = await as('admin').audit.list({ project: slug });
    expect(items).toMatchObject([{ action: 'project.create', actor: world.people.admin.email }]);
  });

  test('for somebody else makes them the owner', async () => {
    const slug = randomName('shop');
    const { email } = world.people.stranger;
    await as('admin').projects.create({ name: 'Shop', slug, seedId: world.own.seedId, owner: email });
    expect((await as('stranger').projects.get({ project: slug })).role).toBe('owner');
    expect((await as('admin').projects.get({ project: slug })).role).toBeNull();
  });

  test('for a service account or a disabled person is refused', async () => {
    const make = (owner: string) =>
      as('admin').projects.create({ name: 'Shop', slug: randomName('shop'), seedId: world.own.seedId, owner });
    const account = { id: world.accounts.project.id };
    const { email } = await database.db.user.findUniqueOrThrow({ where: account });
    await expect(make(email)).rejects.toThrow(/is a service account/);
    const disabled = await makePerson(database.db);
    await database.db.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } });
    await expect(make(disabled.email)).rejects.toThrow(/is disabled/);
    expect(await database.db.roleBinding.count({ where: { userId: { in: [account.id, disabled.id] } } })).toBe(0);
  });

  test('under a slug that is taken is refused and leaves nothing', async () => {
    const before = await database.db.tenant.count();
    const { slug, seedId } = world.own;
    await expect(as('admin').projects.create({ name: 'Shop', slug, seedId })).rejects.toThrow(/already a project/);
    expect(await database.db.tenant.count()).toBe(before);
  });

  test('says which seed is missing', async () => {
    const input = { name: 'Shop', slug: randomName('shop') };
    await makeSeed(database.db);
    await expect(as('admin').projects.create(input)).rejects.toThrow(/several seeds/);
    await expect(as('admin').projects.create({ ...input, seedId: world.own.id })).rejects.toThrow(/no such seed/);
    const owner = 'nobody@example.com';
    await expect(as('admin').projects.create({ ...input, seedId: world.own.seedId, owner })).rejects.toThrow(
      /does not know/,
    );
    expect(await database.db.project.count({ where: { slug: input.slug } })).toBe(0);
  });
});

describe('what is told of a project', () => {
  test('an owner learns what they may do', async () => {
    expect(await as('owner').projects.get({ project: world.own.slug })).toMatchObject({
      role: 'owner',
      members: 3,
      clusters: 1,
      canManage: true,
      canManageMembers: true,
      canManageClusters: true,
    });
  });

  test('a viewer learns that they may change nothing, and never the org id', async () => {
    const told = await as('viewer').projects.get({ project: world.own.slug });
    expect(told).toMatchObject({ role: 'viewer', canManage: false, canManageMembers: false, canManageClusters: false });
    expect(JSON.stringify(told)).not.toContain(world.own.orgId);
  });

  test('a stranger’s list has their own alone, and the count too', async () => {
    const { projects, total } = await as('stranger').projects.list({});
    expect(projects.map(({ slug }) => slug)).toEqual([world.other.slug]);
    expect(total).toBe(1);
  });

  test('pages neither repeat nor skip a project', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await as('admin').projects.list({ limit: 1, cursor });
      seen.push(...page.projects.map(({ slug }) => slug));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    const all = await as('admin').projects.list({ limit: 200 });
    expect(seen).toEqual(all.projects.map(({ slug }) => slug));
    await expect(as('admin').projects.list({ cursor: 'W10' })).rejects.toThrow(/cursor is not known/);
  });

  test('a search looks at name and slug, and takes "%" as it is', async () => {
    await as('owner').projects.rename({ project: world.own.slug, name: 'Payments 100%' });
    const find = async (search: string) =>
      (await as('owner').projects.list({ search })).projects.map(({ slug }) => slug);
    expect(await find('payments')).toEqual([world.own.slug]);
    expect(await find('100%')).toEqual([world.own.slug]);
    expect(await find('1%0')).toEqual([]);
  });

  test('the frame of a page learns role and rights', async () => {
    const mine = await as('owner').session.me();
    expect(mine).toMatchObject({ isPlatformAdmin: false, user: { email: world.people.owner.email } });
    expect(mine.projects.map(({ slug, role }) => [slug, role]).sort()).toEqual(
      [
        [world.own.slug, 'owner'],
        [world.other.slug, 'owner'],
      ].sort(),
    );
    const confined = await callerFor(database.db, world.headers.foreignToken).session.me();
    expect(confined.projects.map(({ slug }) => slug)).toEqual([world.other.slug]);
  });
});
