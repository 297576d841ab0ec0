import { makeCluster, makeSeed, randomName } from '@oriel/db/testing/fixtures';
import { testDatabase } from '@oriel/db/testing/postgres';
import { beforeEach, describe, expect, test } from 'vitest';
import { testEnv } from '@/server/testing/test-env.ts';
import { callerFor, makeWorld, type World } from '@/server/testing/world.ts';

const database = testDatabase();
testEnv(() => database.url);

let world: World;
let cluster: { clusterId: string };
let project: string;
beforeEach(async () => {
  await database.db.policy.deleteMany();
  world = await makeWorld(database.db);
  cluster = { clusterId: world.cluster.id };
  project = world.own.slug;
});

const as = (role: 'viewer' | 'editor' | 'owner' | 'admin') => callerFor(database.db, world.headers[role]);
const logging = 'logging.enabled';
const effective = async (setting: string = logging) => {
  const { settings } = await as('viewer').policies.ofCluster(cluster);
  return settings.find((one) => one.setting === setting);
};

describe('a default of the platform', () => {
  test('reaches every cluster that has not chosen otherwise, and says so', async () => {
    const other = await makeCluster(database.db, world.own);
    await as('editor').policies.setForCluster({ ...cluster, setting: logging, value: false });
    const { names } = await as('admin').policies.setForPlatform({ setting: logging, mode: 'default', value: true });
    expect(names).toContain(other.name);
    expect(names).not.toContain(world.cluster.name);
    expect(await effective()).toMatchObject({ value: false, origin: { level: 'cluster', mode: 'default' } });
    const { settings } = await as('viewer').policies.ofCluster({ clusterId: other.id });
    const found = settings.find((one) => one.setting === logging);
    expect(found).toMatchObject({ value: true, origin: { level: 'platform' }, canChange: false });
  });

  test('comes back when the cluster gives up its own choice', async () => {
    await as('admin').policies.setForPlatform({ setting: 'metrics.scrapeInterval', mode: 'default', value: 30 });
    const mine = { ...cluster, setting: 'metrics.scrapeInterval' } as const;
    await as('editor').policies.setForCluster({ ...mine, value: 120 });
    expect((await effective(mine.setting))?.value).toBe(120);
    expect(await as('editor').policies.removeForCluster(mine)).toMatchObject({ count: 1 });
    expect((await effective(mine.setting))?.value).toBe(30);
    expect(await as('editor').policies.removeForCluster(mine)).toMatchObject({ count: 0 });
  });

  test('is shown before it is made, and then not made', async () => {
    const change = { setting: logging, mode: 'default', value: true, dryRun: true } as const;
    expect((await as('admin').policies.setForPlatform(change)).count).toBeGreaterThan(0);
    expect((await effective())?.value).toBe(false);
    expect(await database.db.policy.count()).toBe(0);
  });
});

describe('an enforced value', () => {
  beforeEach(async () => {
    await as('admin').policies.setForSeed({
      seedId: world.own.seedId,
      setting: logging,
      mode: 'enforced',
      value: true,
    });
  });

  test('is put in place at once', async () => {
    expect(await effective()).toMatchObject({
      value: true,
      origin: { level: 'seed', mode: 'enforced' },
      canChange: false,
    });
    const row = await database.db.cluster.findUniqueOrThrow({ where: { id: world.cluster.id } });
    expect(row.loggingEnabled).toBe(true);
  });

  test.each([
    ['the switch', () => as('owner').clusters.setSwitches({ ...cluster, logging: false })],
    [
      'a setting of the cluster',
      () => as('owner').policies.setForCluster({ ...cluster, setting: logging, value: false }),
    ],
  ])('is not undone by %s, which says who can help', async (_, change) => {
    await expect(change()).rejects.toThrow(
      'Logging is set to on by a policy of the seed, which is enforced. Ask a platform administrator.',
    );
  });

  test('by a cluster’s owner binds its editors, not its owners', async () => {
    const mine = { ...cluster, setting: 'metrics.scrapeInterval' } as const;
    await expect(as('editor').policies.setForCluster({ ...mine, mode: 'enforced', value: 30 })).rejects.toThrow(
      /owner/,
    );
    await as('owner').policies.setForCluster({ ...mine, mode: 'enforced', value: 30 });
    await expect(as('editor').policies.setForCluster({ ...mine, value: 60 })).rejects.toThrow(/owner of the project/);
    await expect(as('editor').policies.removeForCluster(mine)).rejects.toThrow(/owner of the project/);
    const { settings } = await as('editor').policies.ofCluster(cluster);
    expect(settings.find(({ setting }) => setting === mine.setting)?.canChange).toBe(false);
    await as('owner').policies.setForCluster({ ...mine, value: 60 });
  });
});

test('a switch is the cluster’s own default, and gives an operation to follow', async () => {
  const { operationId } = await as('editor').clusters.setSwitches({ ...cluster, logging: true });
  expect(operationId).toMatch(/^\d+$/);
  expect(await effective()).toMatchObject({ value: true, origin: { level: 'cluster' }, canChange: false });
  const { policies } = await as('editor').policies.ofCluster(cluster);
  expect(policies).toMatchObject([{ level: 'cluster', setting: logging, mode: 'default', value: true }]);
});

test('a switch set to what holds anyway binds the cluster, and it stands in the audit trail who did', async () => {
  const choose = () => as('editor').clusters.setSwitches({ ...cluster, logging: false });
  const entries = () =>
    database.db.auditEntry.findMany({ where: { targetId: cluster.clusterId }, orderBy: { id: 'asc' } });
  expect(await choose()).toEqual({ operationId: null });
  const actorId = world.people.editor.id;
  const after = { setting: logging, mode: 'default', value: false };
  expect(await entries()).toMatchObject([{ action: 'policy.set', actorId, before: null, after }]);
  await choose();
  expect(await entries()).toHaveLength(1);
});

test('a project says what its new clusters get', async () => {
  await as('owner').policies.setForProject({ project, setting: logging, mode: 'default', value: true });
  const { forNewClusters, canManage } = await as('owner').policies.ofProject({ project });
  expect(canManage).toBe(true);
  expect(forNewClusters.find(({ setting }) => setting === logging)).toMatchObject({
    value: true,
    origin: { level: 'project' },
  });
});

test('giving something up is shown before it is done', async () => {
  await as('owner').policies.setForProject({ project, setting: logging, mode: 'default', value: true });
  const removal = { project, setting: logging } as const;
  expect(await as('owner').policies.removeForProject({ ...removal, dryRun: true })).toMatchObject({
    count: 1,
    names: [world.cluster.name],
  });
  expect((await effective())?.value).toBe(true);
  expect(await as('owner').policies.removeForProject(removal)).toMatchObject({ count: 1 });
});

test('each place says what it adds itself, and what would hold without that', async () => {
  const { seedId } = world.own;
  await as('admin').policies.setForPlatform({ setting: logging, mode: 'default', value: true });
  await as('admin').policies.setForSeed({ seedId, setting: logging, mode: 'enforced', value: false });
  const { places } = await as('admin').policies.list();
  const at = (place: (typeof places)[number] | undefined) => place?.settings.find(({ setting }) => setting === logging);
  expect(at(places[0])).toMatchObject({
    value: true,
    own: { mode: 'default', value: true },
    inherited: { value: false, origin: { level: 'built-in' } },
  });
  expect(at(places.find((place) => place.seedId === seedId))).toMatchObject({
    value: false,
    own: { mode: 'enforced', value: false },
    inherited: { value: true, origin: { level: 'platform' } },
    canChange: true,
  });
  const { forNewClusters } = await as('owner').policies.ofProject({ project });
  expect(forNewClusters.find(({ setting }) => setting === logging)).toMatchObject({ own: null, canChange: false });
});

describe('a project whose seeds differ', () => {
  const setting = 'metrics.scrapeInterval';
  const held = (seedId: string, value = 60) =>
    as('admin').policies.setForSeed({ seedId, setting, mode: 'enforced', value });
  const set = (value: number) => as('owner').policies.setForProject({ project, setting, mode: 'default', value });
  const shown = async () => {
    const { forNewClusters, exceptions } = await as('owner').policies.ofProject({ project });
    return { ...forNewClusters.find((one) => one.setting === setting), exceptions };
  };
  /** In the order of their names. */
  async function twoSeeds(): Promise<[{ id: string; name: string }, { id: string; name: string }]> {
    const { id: seedId } = await makeSeed(database.db);
    await database.db.tenant.create({ data: { projectId: world.own.id, seedId, orgId: randomName('tenant') } });
    const [one, other] = await database.db.seed.findMany({
      where: { tenants: { some: { projectId: world.own.id } } },
      select: { id: true, name: true },
      orderBy: { name: 'asc' },
    });
    if (!one || !other) throw new Error('There are two.');
    return [one, other];
  }

  test('is refused what its only seed enforces otherwise, as its page says', async () => {
    await held(world.own.seedId);
    await expect(set(15)).rejects.toThrow('by a policy of the seed, which is enforced. Ask a platform administrator.');
    expect(await database.db.policy.count({ where: { level: 'project' } })).toBe(0);
    expect(await set(60)).toMatchObject({ withoutEffectAt: [] });
    expect(await shown()).toMatchObject({ value: 60, canChange: false, exceptions: [] });
  });

  test('is told where a value waits, and may set it for the rest', async () => {
    const [one, other] = await twoSeeds();
    await held(one.id);
    expect(await shown()).toMatchObject({ canChange: true, origin: { level: 'built-in' } });
    expect(await set(15)).toMatchObject({ withoutEffectAt: [one.name] });
    const origin = { level: 'seed', mode: 'enforced' };
    const exceptions = [{ setting, seed: one.name, value: 60, origin }];
    expect(await shown()).toMatchObject({ value: 15, origin: { level: 'project' }, canChange: true, exceptions });
    await held(other.id, 30);
    await expect(set(120)).rejects.toThrow('by a policy of the seed');
    expect(await shown()).toMatchObject({ value: 60, canChange: false, exceptions: [{ seed: other.name, value: 30 }] });
  });
});

test('an owner may change what the project itself enforces', async () => {
  await as('owner').policies.setForProject({ project, setting: logging, mode: 'enforced', value: true });
  const { forNewClusters } = await as('owner').policies.ofProject({ project });
  expect(forNewClusters.find(({ setting }) => setting === logging)).toMatchObject({ canChange: true });
  const { settings, canEnforce } = await as('editor').policies.ofCluster(cluster);
  expect(canEnforce).toBe(false);
  expect(settings.find(({ setting }) => setting === logging)).toMatchObject({ own: null, canChange: false });
});

test.each([
  [{ setting: 'metrics.scrapeInterval', value: 5 }, /At least 15 s/],
  [{ setting: 'logging.enabled', value: 1 }, /Give true or false/],
] as const)('a value that the setting does not admit is refused: %j', async (change, message) => {
  await expect(as('admin').policies.setForPlatform({ ...change, mode: 'default' })).rejects.toThrow(message);
});

test('both sides of a change stand in the audit trail', async () => {
  await as('owner').policies.setForProject({ project, setting: logging, mode: 'default', value: true });
  await as('owner').policies.setForProject({ project, setting: logging, mode: 'enforced', value: false });
  await as('owner').policies.removeForProject({ project, setting: logging });
  const { items } = await as('owner').audit.list({ project, limit: 3 });
  expect(items.map(({ action, before, after }) => [action, before, after])).toEqual([
    ['policy.remove', { setting: logging, mode: 'enforced', value: false }, null],
    [
      'policy.set',
      { setting: logging, mode: 'default', value: true },
      { setting: logging, mode: 'enforced', value: false },
    ],
    ['policy.set', null, { setting: logging, mode: 'default', value: true }],
  ]);
});
