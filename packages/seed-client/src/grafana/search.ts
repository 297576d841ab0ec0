import { z } from 'zod';
import type { GrafanaConnection } from './connection.ts';

export interface FoundDashboard {
  readonly uid: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** Title of its folder. */
  readonly folder: string;
  readonly starred: boolean;
}

/** What Grafana lists at once at the most. */
const most = 5_000;

const found = z.array(
  z.object({
    uid: z.string(),
    title: z.string(),
    tags: z.array(z.string()).default([]),
    folderTitle: z.string().default('General'),
    isStarred: z.boolean().default(false),
  }),
);

/** The dashboards that a person may see in an organization. Same in Grafana 10 to 13. */
export async function searchDashboards(
  grafana: GrafanaConnection,
  { orgId, login }: { readonly orgId: number; readonly login: string },
): Promise<FoundDashboard[]> {
  const call = {
    what: 'list the dashboards',
    path: `/api/search?type=dash-db&limit=${most}`,
    orgId,
    person: { login },
  };
  const rows = await grafana.read(call, found);
  return rows.map(({ folderTitle, isStarred, ...row }) => ({ ...row, folder: folderTitle, starred: isStarred }));
}
