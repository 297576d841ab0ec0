import { createHash } from 'node:crypto';
import type { GrafanaMember } from '@oriel/db/grafana-members';
import type { DataSourceModel } from '@oriel/seed-client/grafana/data-sources';
import { permissionLevels, type RolePermission } from '@oriel/seed-client/grafana/folders';
import { folderUids } from './names.ts';

/** A dashboard as packages/dashboards makes them, and as projects bring their own. */
export interface DashboardSource {
  readonly uid: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly model: Readonly<Record<string, unknown>>;
}

export interface DesiredFolder {
  readonly uid: string;
  readonly title: string;
  readonly permissions: readonly RolePermission[];
}

export interface DesiredDashboard {
  readonly uid: string;
  readonly title: string;
  readonly folderUid: string;
  readonly model: Readonly<Record<string, unknown>>;
  readonly hash: string;
}

/** What one organization of Grafana's shall hold. */
export interface Desired {
  readonly name: string;
  readonly members: readonly GrafanaMember[];
  readonly dataSources: readonly (DataSourceModel & { readonly hash: string })[];
  readonly folders: readonly DesiredFolder[];
  readonly dashboards: readonly DesiredDashboard[];
}

export interface DesiredInput {
  readonly organizationId: string;
  readonly name: string;
  /** Absent for the organization over all projects. */
  readonly projectName?: string | undefined;
  readonly members: readonly GrafanaMember[];
  /** As Grafana reaches the gateway; no trailing slash. */
  readonly gatewayUrl: string;
  readonly secret: string;
  readonly ours: readonly DashboardSource[];
  readonly own: readonly DashboardSource[];
}

export function desiredOrganization(input: DesiredInput): Desired {
  return {
    name: input.name,
    members: input.members,
    dataSources: dataSources(input).map((model) => ({ ...model, hash: hashOf(model) })),
    folders: folders(input.projectName),
    dashboards: [
      ...input.ours.map((source) => dashboard(source, source.title, folderUids.ours)),
      ...withOwnTitles(input.own).map(([source, title]) => dashboard(source, title, folderUids.project)),
    ],
  };
}

function dataSources({ organizationId, gatewayUrl, secret }: DesiredInput): DataSourceModel[] {
  const base = `${gatewayUrl}/grafana/v1/organizations/${organizationId}`;
  const shared = { secureJsonData: { httpHeaderValue1: `Bearer ${secret}` } };
  const header = { httpHeaderName1: 'Authorization', manageAlerts: false };
  return [
    {
      ...shared,
      uid: 'oriel-metrics',
      name: 'Metrics',
      type: 'prometheus',
      url: `${base}/prometheus`,
      isDefault: true,
      // With type and version Grafana asks for the values of a label instead of for whole series. Agents sample once a
      // minute.
      jsonData: {
        ...header,
        httpMethod: 'POST',
        prometheusType: 'Mimir',
        prometheusVersion: '2.9.1',
        timeInterval: '60s',
      },
    },
    {
      ...shared,
      uid: 'oriel-logs',
      name: 'Logs',
      type: 'loki',
      url: `${base}/loki`,
      isDefault: false,
      jsonData: { ...header, maxLines: 1_000 },
    },
    {
      ...shared,
      uid: 'oriel-alerts',
      name: 'Alerts',
      type: 'alertmanager',
      url: `${base}/alertmanager`,
      isDefault: false,
      jsonData: { ...header, implementation: 'mimir', handleGrafanaManagedAlerts: false },
    },
  ];
}

function folders(projectName: string | undefined): DesiredFolder[] {
  const { view, edit } = permissionLevels;
  const viewer = { role: 'Viewer', permission: view } as const;
  const ours: DesiredFolder = {
    uid: folderUids.ours,
    title: 'Oriel',
    permissions: [viewer, { role: 'Editor', permission: view }],
  };
  if (projectName === undefined) return [ours];
  // Grafana 10 wants titles that differ, whatever their case, from each other and from its own folder's.
  const isTaken = ['oriel', 'general', 'dashboards'].includes(projectName.trim().toLowerCase());
  const title = isTaken ? `Project ${projectName}` : projectName;
  return [ours, { uid: folderUids.project, title, permissions: [viewer, { role: 'Editor', permission: edit }] }];
}

function dashboard({ uid, tags, model }: DashboardSource, title: string, folderUid: string): DesiredDashboard {
  const whole = { ...model, tags };
  return { uid, title, folderUid, model: whole, hash: hashOf([uid, title, whole]) };
}

/** Two of one title cannot lie in one folder of Grafana 10: the later one says which it is. */
function withOwnTitles(sources: readonly DashboardSource[]): [DashboardSource, string][] {
  const taken = new Set<string>();
  return [...sources]
    .sort((one, other) => one.uid.localeCompare(other.uid))
    .map((source) => {
      const isFree = !taken.has(source.title.toLowerCase());
      taken.add(source.title.toLowerCase());
      return [source, isFree ? source.title : `${source.title} (${source.uid.slice(-8)})`];
    });
}

export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);
}
