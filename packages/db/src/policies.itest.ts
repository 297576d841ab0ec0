import { builtInSettings } from '@oriel/domain/policy/catalogue';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Prisma } from './client.ts';
import { loadDesiredState } from './desired-state.ts';
import { loadPolicies, resettle } from './policies.ts';
import { makeCluster, makeProject, type ProjectRow } from './testing/fixtures.ts';
import { testDatabase } from './testing/postgres.ts';

const database = testDatabase();
let project: ProjectRow;
let clusters: { id: string; name: string }[];

beforeEach(async () => {
  await database.db.policy.deleteMany();
  project = await makeProject(database.db);
  clusters = [await makeCluster(database.db, project), await makeCluster(database.db, project)];
});

const add = (policy: Prisma.PolicyUncheckedCreateInput) => database.db.policy.create({ data: policy });
const resettleProject = (options?: { dryRun: boolean }) =>
  database.db.$transaction((tx) => resettle(tx, { projectId: project.id }, options));
const jobs = async () => {
  const rows = await database.db.$queryRaw<{ key: string; run_at: Date }[]>`
    SELECT key, run_at FROM graphile_worker.jobs WHERE task_identifier = 'reconcile_cluster'`;
  return rows.filter(({ key }) => clusters.some(({ id }) => key.endsWith(id)));
};
const first = () => clusters[0]?.id as string;

describe('resettle', () => {
  test('writes what changed, wakes the worker for those clusters, and says what changed', async () => {
    await add({ level: 'platform', setting: 'logging.enabled', mode: 'default', value: true });
    await add({ level: 'cluster', clusterId: first(), setting: 'logging.enabled', mode: 'default', value: false });
    await add({
      level: 'seed',
      seedId: project.seedId,
      setting: 'metrics.scrapeInterval',
      mode: 'enforced',
      value: 30,
    });
    const changed = await resettleProject();
    expect(new Map(changed.map(({ id, after }) => [id, after['logging.enabled']]))).toEqual(
      new Map(clusters.map(({ id }) => [id, id !== first()])),
    );
    const rows = await database.db.cluster.findMany({
      where: { projectId: project.id },
      orderBy: { createdAt: 'asc' },
    });
    expect(rows.map(({ loggingEnabled }) => loggingEnabled)).toEqual([false, true]);
    expect((await loadDesiredState(database.db, first()))?.scrapeIntervalSeconds).toBe(30);
    expect(await jobs()).toHaveLength(2);
    expect(await resettleProject()).toEqual([]);
  });

  test('says what would change, and changes nothing', async () => {
    await add({ level: 'platform', setting: 'monitoring.enabled', mode: 'enforced', value: true });
    expect(await resettleProject({ dryRun: true })).toHaveLength(2);
    expect(await jobs()).toEqual([]);
    expect(await database.db.cluster.count({ where: { projectId: project.id, monitoringEnabled: true } })).toBe(0);
  });

  test('leaves a cluster that is being deleted, and those of others, alone', async () => {
    const other = await makeProject(database.db);
    const foreign = await makeCluster(database.db, other);
    await database.db.cluster.update({ where: { id: first() }, data: { deletionRequestedAt: new Date() } });
    await add({ level: 'project', projectId: project.id, setting: 'logging.enabled', mode: 'default', value: true });
    const projectId = { in: [project.id, other.id] };
    const changed = await database.db.$transaction((tx) => resettle(tx, { projectId }));
    expect(changed.map(({ id }) => id)).toEqual([clusters[1]?.id]);
    expect(changed.map(({ id }) => id)).not.toContain(foreign.id);
  });

  test('a switch that goes on again waits for its signal anew', async () => {
    const seen = { loggingEnabled: false, firstLogAt: new Date(), firstMetricAt: new Date(), monitoringEnabled: true };
    await database.db.cluster.update({ where: { id: first() }, data: seen });
    for (const setting of ['logging.enabled', 'monitoring.enabled']) {
      await add({ level: 'platform', setting, mode: 'default', value: true });
    }
    await resettleProject();
    const row = await database.db.cluster.findUniqueOrThrow({ where: { id: first() } });
    expect(row.firstLogAt).toBeNull();
    expect(row.firstMetricAt).not.toBeNull();
  });

  test('two thousand clusters in one go, spread over two minutes', async () => {
    await database.db.$executeRaw`
      INSERT INTO clusters (project_id, seed_id, name, region, api_server, kubeconfig_envelope)
      SELECT ${project.id}::uuid, ${project.seedId}::uuid, 'many-' || n, 'eu-1', 'https://127.0.0.1:6443', 'v1.k1.AAAA.AAAA.AAAA'
      FROM generate_series(1, 2000) n`;
    await add({ level: 'platform', setting: 'metrics.scrapeInterval', mode: 'default', value: 120 });
    const [started, before] = [performance.now(), Date.now()];
    const changed = await database.db.$transaction((tx) => resettle(tx, { projectId: project.id }), {
      timeout: 30_000,
    });
    console.log(`settings of 2,000 clusters worked out anew: ${Math.round(performance.now() - started)} ms`);
    expect(changed).toHaveLength(2002);
    const [spread] = await database.db.$queryRaw<{ seconds: number }[]>`
      SELECT extract(epoch FROM max(run_at) - min(run_at))::float AS seconds
      FROM graphile_worker.jobs WHERE task_identifier = 'reconcile_cluster' AND run_at >= ${new Date(before)}`;
    expect(spread?.seconds).toBeGreaterThan(115);
    expect(spread?.seconds).toBeLessThan(122);
  });
});

test('what bears on a cluster that is yet to come is what stands above it', async () => {
  await add({ level: 'platform', setting: 'logging.enabled', mode: 'default', value: true });
  await add({ level: 'cluster', clusterId: first(), setting: 'logging.enabled', mode: 'default', value: false });
  const rows = await loadPolicies(database.db, { projectId: project.id, seedId: project.seedId });
  expect(rows).toMatchObject([{ level: 'platform', value: true }]);
  expect(builtInSettings['logging.enabled']).toBe(false);
});
