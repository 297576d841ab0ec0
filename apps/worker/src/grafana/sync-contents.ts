import type { GrafanaConnection } from '@oriel/seed-client/grafana/connection';
import { readDashboard, removeDashboard, saveDashboard } from '@oriel/seed-client/grafana/dashboards';
import { putDataSource, readDataSource } from '@oriel/seed-client/grafana/data-sources';
import { makeFolder, readFolder, renameFolder, setFolderPermissions } from '@oriel/seed-client/grafana/folders';
import { renameOrganization } from '@oriel/seed-client/grafana/organizations';
import type { Desired } from './desired.ts';
import { type Observed, type Put, putKey, putMark } from './observed.ts';
import type { Outcomes } from './outcome.ts';
import { type Change, planOrganization } from './plan.ts';

interface Place {
  readonly grafana: GrafanaConnection;
  readonly orgId: number;
}

/** Brings everything but people in step. Returns what is now known to have been put. */
export async function syncContents(
  place: Place,
  { desired, name, put }: { readonly desired: Desired; readonly name: string; readonly put: Put },
  outcomes: Outcomes,
): Promise<Put> {
  const observed = await observe(place, { desired, name, put });
  const marks: Record<string, string> = {};
  for (const key of wantedKeys(desired)) if (put[key] !== undefined) marks[key] = put[key];
  noteAll(desired, outcomes);
  for (const change of planOrganization(desired, observed, put)) {
    const { kind, key } = objectOf(change);
    const isDone = await outcomes.attempt(kind, key, () => apply(place, change, marks));
    if (change.kind === 'remove_dashboard') {
      // Tried again as long as it is remembered.
      if (isDone) outcomes.drop(kind, key);
      else marks[putKey('dashboard', key)] = put[putKey('dashboard', key)] ?? '';
    }
  }
  return marks;
}

async function observe(
  { grafana, orgId }: Place,
  { desired, name, put }: { readonly desired: Desired; readonly name: string; readonly put: Put },
): Promise<Observed> {
  const remembered = Object.keys(put).flatMap((key) =>
    key.startsWith('dashboard/') ? key.slice('dashboard/'.length) : [],
  );
  const dashboards = new Set([...desired.dashboards.map(({ uid }) => uid), ...remembered]);
  return {
    name,
    dataSources: await byUid(
      desired.dataSources.map(({ uid }) => uid),
      (uid) => readDataSource(grafana, orgId, uid),
    ),
    folders: await byUid(
      desired.folders.map(({ uid }) => uid),
      (uid) => readFolder(grafana, orgId, uid),
    ),
    dashboards: await byUid([...dashboards], (uid) => readDashboard(grafana, orgId, uid)),
  };
}

/** A few at once: Grafana keeps its things in one file by default. */
const atOnce = 4;

async function byUid<T>(
  uids: readonly string[],
  read: (uid: string) => Promise<T | undefined>,
): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  const waiting = [...uids];
  const lane = async () => {
    for (let uid = waiting.shift(); uid !== undefined; uid = waiting.shift()) {
      const value = await read(uid);
      if (value !== undefined) found.set(uid, value);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return found;
}

async function apply({ grafana, orgId }: Place, change: Change, marks: Record<string, string>): Promise<void> {
  switch (change.kind) {
    case 'rename':
      return renameOrganization(grafana, orgId, change.name);
    case 'make_folder':
      return makeFolder(grafana, orgId, change.folder);
    case 'rename_folder':
      return renameFolder(grafana, orgId, { ...change.folder, version: change.version });
    case 'set_permissions':
      return setFolderPermissions(grafana, orgId, change.folder);
    case 'remove_dashboard':
      return removeDashboard(grafana, orgId, change.uid);
    case 'put_data_source': {
      const { hash, ...model } = change.dataSource;
      const version = await putDataSource(grafana, orgId, model, change.exists);
      marks[putKey('data_source', model.uid)] = putMark(hash, version);
      return;
    }
    case 'save_dashboard': {
      const { dashboard, version: before } = change;
      const toSave = before === undefined ? dashboard : { ...dashboard, version: before };
      const version = await saveDashboard(grafana, orgId, toSave);
      marks[putKey('dashboard', dashboard.uid)] = putMark(dashboard.hash, version);
    }
  }
}

function objectOf(change: Change) {
  switch (change.kind) {
    case 'rename':
      return { kind: 'organization', key: '' } as const;
    case 'put_data_source':
      return { kind: 'data_source', key: change.dataSource.uid } as const;
    case 'save_dashboard':
      return { kind: 'dashboard', key: change.dashboard.uid } as const;
    case 'remove_dashboard':
      return { kind: 'dashboard', key: change.uid } as const;
    default:
      return { kind: 'folder', key: change.folder.uid } as const;
  }
}

function wantedKeys({ dataSources, dashboards }: Desired): string[] {
  return [
    ...dataSources.map(({ uid }) => putKey('data_source', uid)),
    ...dashboards.map(({ uid }) => putKey('dashboard', uid)),
  ];
}

/** All of it is in step unless a write says otherwise. */
function noteAll({ dataSources, folders, dashboards }: Desired, outcomes: Outcomes): void {
  outcomes.inStep('organization', '');
  for (const { uid } of dataSources) outcomes.inStep('data_source', uid);
  for (const { uid } of folders) outcomes.inStep('folder', uid);
  for (const { uid } of dashboards) outcomes.inStep('dashboard', uid);
}
