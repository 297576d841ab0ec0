import { OrielError } from '@oriel/domain/errors';
import { z } from 'zod';
import type { GrafanaConnection } from './connection.ts';

export interface GrafanaDashboard {
  /** Raised by Grafana with every change. */
  readonly version: number;
  readonly folderUid: string;
}

export interface DashboardToSave {
  readonly uid: string;
  readonly title: string;
  readonly folderUid: string;
  readonly model: Readonly<Record<string, unknown>>;
  /** Of the one that is replaced; absent for a new one. */
  readonly version?: number;
}

const shape = z.object({
  dashboard: z.object({ version: z.number().default(0) }),
  meta: z.object({ folderUid: z.string().default('') }),
});

/** Undefined where there is none. */
export async function readDashboard(
  grafana: GrafanaConnection,
  orgId: number,
  uid: string,
): Promise<GrafanaDashboard | undefined> {
  const path = `/api/dashboards/uid/${encodeURIComponent(uid)}`;
  // 406: Grafana 12 and later, where somebody saved it in the newer form, which this API cannot show.
  const { status, body } = await grafana.ask({ what: 'show a dashboard', path, orgId, understands: [404, 406] });
  if (status === 404) return undefined;
  if (status === 406) return { version: -1, folderUid: '' };
  const { dashboard, meta } = shape.parse(body);
  return { version: dashboard.version, folderUid: meta.folderUid };
}

/**
 * Returns its new version. A dashboard of another uid is never overwritten: Grafana 10 would do that with one of the
 * same title in the same folder if it was told to overwrite.
 */
export async function saveDashboard(
  grafana: GrafanaConnection,
  orgId: number,
  { uid, title, folderUid, model, version }: DashboardToSave,
): Promise<number> {
  const unreadable = version !== undefined && version < 0;
  const dashboard = { ...model, id: null, uid, title, version: version ?? 0 };
  const call = { what: `save the dashboard "${title}"`, method: 'POST', path: '/api/dashboards/db' } as const;
  const body = { dashboard, folderUid, overwrite: unreadable, message: 'Kept by Oriel' };
  const { status, body: answer } = await grafana.ask({ ...call, orgId, body, understands: [412] });
  if (status === 412) throw inTheWay(title, answer);
  return z.object({ version: z.number() }).parse(answer).version;
}

export async function removeDashboard(grafana: GrafanaConnection, orgId: number, uid: string): Promise<void> {
  const path = `/api/dashboards/uid/${encodeURIComponent(uid)}`;
  await grafana.ask({ what: 'remove a dashboard', method: 'DELETE', path, orgId, understands: [404] });
}

function inTheWay(title: string, answer: unknown): OrielError {
  const status = z.object({ status: z.string() }).safeParse(answer).data?.status;
  const text =
    status === 'version-mismatch'
      ? `Somebody changed the dashboard "${title}" in Grafana in the same moment; it is tried again.`
      : `Another dashboard of this folder is called "${title}". Give one of the two another title.`;
  return new OrielError('conflict', text, { retryable: status === 'version-mismatch' });
}
