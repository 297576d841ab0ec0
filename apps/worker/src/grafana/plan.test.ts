import { describe, expect, test } from 'vitest';
import { type DesiredInput, desiredOrganization } from './desired.ts';
import type { Observed, Put } from './observed.ts';
import { type Change, planOrganization } from './plan.ts';

const source = (uid: string, title = uid) => ({ uid, title, tags: [], model: { panels: [] } });
const input: DesiredInput = {
  organizationId: '7f9c24e8-3b12-4fef-91e0-0d3c5a6b7e81',
  name: 'Shop (7f9c24e8)',
  projectName: 'Shop',
  members: [],
  gatewayUrl: 'http://127.0.0.1:3000',
  secret: 'og_secret',
  ours: [source('oriel-pods', 'Pods')],
  own: [source('op-orders', 'Orders')],
};
const desired = desiredOrganization(input);

/** Grafana as it is after everything was written, and what is remembered of it. */
function inStep(): { observed: Observed; put: Put } {
  const { dataSources, folders, dashboards } = desired;
  return {
    observed: {
      name: desired.name,
      dataSources: new Map(dataSources.map(({ uid, url }) => [uid, { url, version: 1 }])),
      folders: new Map(
        folders.map(({ uid, title, permissions }) => [uid, { title, version: 1, permissions, hasOthers: false }]),
      ),
      dashboards: new Map(dashboards.map(({ uid, folderUid }) => [uid, { version: 3, folderUid }])),
    },
    put: Object.fromEntries([
      ...dataSources.map(({ uid, hash }) => [`data_source/${uid}`, `${hash}:1`]),
      ...dashboards.map(({ uid, hash }) => [`dashboard/${uid}`, `${hash}:3`]),
    ]),
  };
}

const short = (changes: readonly Change[]) =>
  changes.map((change) => {
    if ('dataSource' in change) return `${change.kind} ${change.dataSource.uid}`;
    if ('folder' in change) return `${change.kind} ${change.folder.uid}`;
    if ('dashboard' in change) return `${change.kind} ${change.dashboard.uid}`;
    return 'uid' in change ? `${change.kind} ${change.uid}` : change.kind;
  });

/** The plan after one thing is another than it was left. */
function planAfter(change: (state: ReturnType<typeof inStep>) => Partial<ReturnType<typeof inStep>>): string[] {
  const state = inStep();
  const { observed, put } = { ...state, ...change(state) };
  return short(planOrganization(desired, observed, put));
}

describe('a plan', () => {
  test('is empty where everything is as it was left', () => {
    expect(planAfter(() => ({}))).toEqual([]);
  });

  test('makes everything in an empty organization, folders before what lies in them', () => {
    const nothing = { name: 'oriel-new x', dataSources: new Map(), folders: new Map(), dashboards: new Map() };
    expect(short(planOrganization(desired, nothing, {}))).toEqual([
      'rename',
      'put_data_source oriel-metrics',
      'put_data_source oriel-logs',
      'put_data_source oriel-alerts',
      'make_folder oriel',
      'set_permissions oriel',
      'make_folder oriel-project',
      'set_permissions oriel-project',
      'save_dashboard oriel-pods',
      'save_dashboard op-orders',
    ]);
  });

  test.each(['oriel-logs', 'oriel-metrics'])('writes %s again where a hand raised its version', (uid) => {
    const raised = ({ observed }: ReturnType<typeof inStep>) => ({
      observed: { ...observed, dataSources: new Map([...observed.dataSources, [uid, { url: '', version: 2 }]]) },
    });
    expect(planAfter(raised)).toEqual([`put_data_source ${uid}`]);
  });

  test('writes what it does not remember having put', () => {
    expect(planAfter(() => ({ put: {} }))).toEqual([
      'put_data_source oriel-metrics',
      'put_data_source oriel-logs',
      'put_data_source oriel-alerts',
      'save_dashboard oriel-pods',
      'save_dashboard op-orders',
    ]);
  });

  test('a new secret changes every data source, and nothing else', () => {
    const { observed, put } = inStep();
    const other = desiredOrganization({ ...input, secret: 'og_other' });
    expect(short(planOrganization(other, observed, put))).toEqual([
      'put_data_source oriel-metrics',
      'put_data_source oriel-logs',
      'put_data_source oriel-alerts',
    ]);
  });

  test.each([
    ['a title', { title: 'Mine' }, ['rename_folder oriel']],
    ['a right that was given', { hasOthers: true }, ['set_permissions oriel']],
    ['a right that was taken', { permissions: [] }, ['set_permissions oriel']],
  ])('%s of a folder is put right', (_, found, changes) => {
    const touched = ({ observed }: ReturnType<typeof inStep>) => {
      const before = observed.folders.get('oriel') ?? { title: '', version: 1, permissions: [], hasOthers: false };
      return { observed: { ...observed, folders: new Map([...observed.folders, ['oriel', { ...before, ...found }]]) } };
    };
    expect(planAfter(touched)).toEqual(changes);
  });

  test('a dashboard that was moved is put back; one that is wanted no more goes before others are saved', () => {
    const moved = ({ observed }: ReturnType<typeof inStep>) => ({
      observed: {
        ...observed,
        dashboards: new Map([
          ...observed.dashboards,
          ['oriel-pods', { version: 3, folderUid: '' }],
          ['op-gone', { version: 1, folderUid: 'oriel-project' }],
        ]),
      },
    });
    expect(planAfter(moved)).toEqual(['remove_dashboard op-gone', 'save_dashboard oriel-pods']);
  });
});

describe('what an organization shall hold', () => {
  test('titles differ within a folder, whatever their case and order', () => {
    const own = [source('op-b', 'orders'), source('op-a', 'Orders')];
    const titles = (sources: typeof own) =>
      desiredOrganization({ ...input, own: sources }).dashboards.map(({ uid, title }) => `${uid}: ${title}`);
    expect(titles(own)).toEqual(['oriel-pods: Pods', 'op-a: Orders', 'op-b: orders (op-b)']);
    expect(titles(own.toReversed())).toEqual(titles(own));
  });

  test.each(['Oriel', 'general', ' DASHBOARDS '])(
    'a project called "%s" gets a folder of another title',
    (projectName) => {
      const { folders } = desiredOrganization({ ...input, projectName });
      expect(folders.map(({ title }) => title)).toEqual(['Oriel', `Project ${projectName}`]);
    },
  );

  test('the organization over all projects has no project’s folder', () => {
    const { folders } = desiredOrganization({ ...input, projectName: undefined, own: [] });
    expect(folders.map(({ uid }) => uid)).toEqual(['oriel']);
  });
});
