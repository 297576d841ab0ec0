import type { GrafanaFolder, RolePermission } from '@oriel/seed-client/grafana/folders';
import type { Desired, DesiredDashboard, DesiredFolder } from './desired.ts';
import { type Observed, type Put, putKey, putMark } from './observed.ts';

/** One write to Grafana. */
export type Change =
  | { readonly kind: 'rename'; readonly name: string }
  | {
      readonly kind: 'put_data_source';
      readonly dataSource: Desired['dataSources'][number];
      readonly exists: boolean;
    }
  | { readonly kind: 'make_folder'; readonly folder: DesiredFolder }
  | { readonly kind: 'rename_folder'; readonly folder: DesiredFolder; readonly version: number }
  | { readonly kind: 'set_permissions'; readonly folder: DesiredFolder }
  | { readonly kind: 'save_dashboard'; readonly dashboard: DesiredDashboard; readonly version?: number }
  | { readonly kind: 'remove_dashboard'; readonly uid: string };

/**
 * What must be written so that Grafana holds what it shall, in this order. Nothing where it does: a second run writes
 * nothing. People are planned apart (plan-members.ts), and first.
 */
export function planOrganization(desired: Desired, observed: Observed, put: Put): Change[] {
  return [
    ...(desired.name === observed.name ? [] : [{ kind: 'rename', name: desired.name } as const]),
    ...planDataSources(desired, observed, put),
    ...desired.folders.flatMap((folder) => planFolder(folder, observed.folders.get(folder.uid))),
    ...planDashboards(desired, observed, put),
  ];
}

function planDataSources({ dataSources }: Desired, observed: Observed, put: Put): Change[] {
  return dataSources.flatMap((dataSource): Change[] => {
    const found = observed.dataSources.get(dataSource.uid);
    const isInStep =
      found !== undefined &&
      put[putKey('data_source', dataSource.uid)] === putMark(dataSource.hash, found.version) &&
      found.url === dataSource.url;
    return isInStep ? [] : [{ kind: 'put_data_source', dataSource, exists: found !== undefined }];
  });
}

function planFolder(folder: DesiredFolder, found: GrafanaFolder | undefined): Change[] {
  if (found === undefined) {
    return [
      { kind: 'make_folder', folder },
      { kind: 'set_permissions', folder },
    ];
  }
  const { version } = found;
  return [
    ...(found.title === folder.title ? [] : [{ kind: 'rename_folder', folder, version } as const]),
    ...(haveRights(folder, found) ? [] : [{ kind: 'set_permissions', folder } as const]),
  ];
}

function haveRights(folder: DesiredFolder, { permissions, hasOthers }: GrafanaFolder): boolean {
  const text = (rows: readonly RolePermission[]) => rows.map(({ role, permission }) => `${role}=${permission}`).sort();
  return !hasOthers && text(folder.permissions).join() === text(permissions).join();
}

function planDashboards({ dashboards }: Desired, observed: Observed, put: Put): Change[] {
  const wanted = new Set(dashboards.map(({ uid }) => uid));
  const removed = [...observed.dashboards.keys()].filter((uid) => !wanted.has(uid));
  const saved = dashboards.flatMap((dashboard): Change[] => {
    const found = observed.dashboards.get(dashboard.uid);
    const isInStep =
      found !== undefined &&
      found.folderUid === dashboard.folderUid &&
      put[putKey('dashboard', dashboard.uid)] === putMark(dashboard.hash, found.version);
    if (isInStep) return [];
    return [{ kind: 'save_dashboard', dashboard, ...(found === undefined ? {} : { version: found.version }) }];
  });
  // What is removed may be in the way of a title.
  return [...removed.map((uid) => ({ kind: 'remove_dashboard', uid }) as const), ...saved];
}
