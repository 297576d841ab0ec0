import type { Principal, ProjectRole } from '@oriel/domain/permissions';
import { beforeAll, describe, expect, test } from 'vitest';
import { visibleAudit, visibleBindings, visibleClusters, visibleOperations, visibleProjects } from './tenant-scope.ts';
import {
  makeCluster,
  makeOperation,
  makePerson,
  makeProject,
  type ProjectRow,
  wholeGrant,
} from './testing/fixtures.ts';
import { testDatabase } from './testing/postgres.ts';

const database = testDatabase();
let mine: ProjectRow;
let foreign: ProjectRow;

beforeAll(async () => {
  mine = await makeProject(database.db);
  foreign = await makeProject(database.db);
  for (const project of [mine, foreign]) {
    const cluster = await makeCluster(database.db, project);
    await makeOperation(database.db, cluster, project.id);
  }
  await database.db.auditEntry.create({
    data: { actorEmail: 'oriel', action: 'seed.create', targetType: 'seed', targetId: '1' },
  });
});

function principal(roles: [string, ProjectRole][], more: Partial<Principal> = {}): Principal {
  return {
    userId: 'u',
    email: 'u@x.y',
    name: 'U',
    isPlatformAdmin: false,
    roles: new Map(roles.map(([id, role]) => [id, [wholeGrant(role)]])),
    ...more,
  };
}

/** Project ids (null: the platform's own) of everything each builder lets through. */
async function seenBy(who: Principal) {
  const { db } = database;
  const select = { projectId: true } as const;
  const ids = (rows: { projectId: string | null }[]) => [...new Set(rows.map((row) => row.projectId))].sort();
  return {
    projects: (await db.project.findMany({ where: { AND: [visibleProjects(who)] } })).map(({ id }) => id).sort(),
    clusters: ids(await db.cluster.findMany({ where: { AND: [visibleClusters(who)] }, select })),
    operations: ids(await db.operation.findMany({ where: { AND: [visibleOperations(who)] }, select })),
    bindings: ids(await db.roleBinding.findMany({ where: { AND: [visibleBindings(who)] }, select })),
    audit: ids(await db.auditEntry.findMany({ where: { AND: [visibleAudit(who)] }, select })),
  };
}

const nothing = { projects: [], clusters: [], operations: [], bindings: [], audit: [] };
const all = (project: ProjectRow) => {
  const ids = [project.id];
  return { projects: ids, clusters: ids, operations: ids, bindings: ids, audit: ids };
};

describe('what a principal sees of two projects', () => {
  test('nobody in particular: nothing', async () => {
    expect(await seenBy(principal([]))).toEqual(nothing);
  });

  test('an owner: all of the own project and nothing of the other', async () => {
    expect(await seenBy(principal([[mine.id, 'owner']]))).toEqual(all(mine));
  });

  test('a viewer: the own project without its audit trail', async () => {
    expect(await seenBy(principal([[mine.id, 'viewer']]))).toEqual({ ...all(mine), audit: [] });
  });

  test('a viewer of one cluster: that cluster, its operations, and no member', async () => {
    const second = await makeCluster(database.db, mine);
    const grant = { ...wholeGrant('viewer'), clusters: [second] };
    const who = { ...principal([]), roles: new Map([[mine.id, [grant]]]) };
    const clusters = await database.db.cluster.findMany({ where: { AND: [visibleClusters(who)] } });
    expect(clusters.map(({ id }) => id)).toEqual([second.id]);
    const ids = [mine.id];
    expect(await seenBy(who)).toEqual({ ...nothing, projects: ids, clusters: ids });
    await makeOperation(database.db, second, mine.id);
    expect((await seenBy(who)).operations).toEqual(ids);
    await database.db.cluster.delete({ where: { id: second.id } });
    expect(await seenBy(who)).toEqual({ ...nothing, projects: ids });
  });

  test('a token confined to a project: that one alone, though its person sees two', async () => {
    const roles: [string, ProjectRole][] = [
      [mine.id, 'owner'],
      [foreign.id, 'owner'],
    ];
    expect(await seenBy(principal(roles, { confinedToProject: mine.id, readOnly: true }))).toEqual(all(mine));
  });

  test('a token confined to a project that its person has left: nothing', async () => {
    expect(await seenBy(principal([[foreign.id, 'owner']], { confinedToProject: mine.id }))).toEqual(nothing);
  });

  test('a confined token of an administrator: that project, not the platform', async () => {
    expect(await seenBy(principal([], { isPlatformAdmin: true, confinedToProject: mine.id }))).toEqual(all(mine));
  });

  test('an administrator: everything, the platform’s own entries included', async () => {
    const seen = await seenBy(principal([], { isPlatformAdmin: true }));
    const both = [mine.id, foreign.id].sort();
    expect(seen.projects).toEqual(both);
    expect(seen.clusters).toEqual(both);
    expect(seen.audit).toEqual(expect.arrayContaining([...both, null]));
  });

  test('a filter of the caller narrows and never widens', async () => {
    const who = principal([[mine.id, 'owner']]);
    const where = { AND: [visibleClusters(who), { projectId: foreign.id }] };
    expect(await database.db.cluster.findMany({ where })).toEqual([]);
  });

  test('a person without a project is told apart from an administrator by the query itself', async () => {
    const { id: userId } = await makePerson(database.db);
    expect(visibleProjects({ ...principal([]), userId })).toEqual({ id: { in: [] } });
  });
});
