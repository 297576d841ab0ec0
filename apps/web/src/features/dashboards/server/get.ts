import type { Db } from '@oriel/db/client';
import { variablesOf } from '../variables.ts';
import { providedDashboards } from './provided.ts';

/** What Oriel knows of a dashboard before Grafana is asked. One that was made in Grafana is there for nobody to know here. */
export async function getDashboard(db: Db, { projectId, uid }: { readonly projectId: string; readonly uid: string }) {
  const provided = providedDashboards('project').find((one) => one.uid === uid);
  const own = provided ?? (await db.projectDashboard.findUnique({ where: { projectId_uid: { projectId, uid } } }));
  if (own === null) return { uid, title: null, variables: null };
  return { uid, title: own.title, variables: variablesOf(own.model) ?? null };
}
