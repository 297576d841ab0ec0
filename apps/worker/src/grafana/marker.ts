import { randomUUID } from 'node:crypto';
import type { Db } from '@oriel/db/client';
import type { GrafanaConnection } from '@oriel/seed-client/grafana/connection';
import {
  makeFolder,
  readFolder,
  readFolderTitle,
  renameFolder,
  setFolderPermissions,
} from '@oriel/seed-client/grafana/folders';
import { z } from 'zod';
import type { GrafanaContext } from './context.ts';

// A folder in Grafana's own organization that only this installation can have made. Without it Grafana's database is
// empty, or another's, and every number that is kept here means something else there.

const settingKey = 'grafana_marker';
const uid = 'oriel-marker';
const ownOrganization = 1;

function titleOf(mark: string): string {
  return `Oriel keeps this Grafana (${mark})`;
}

/** Undefined before the first run. */
export async function readMark(db: Db): Promise<string | undefined> {
  const row = await db.setting.findUnique({ where: { key: settingKey } });
  return z.string().safeParse(row?.value).data;
}

/** Whether this is the Grafana that the numbers were kept of. */
export async function hasMark(grafana: GrafanaConnection, mark: string): Promise<boolean> {
  return (await readFolderTitle(grafana, ownOrganization, uid)) === titleOf(mark);
}

/**
 * Begins anew: what was known of another database is forgotten first, then this one is marked. Ended in the middle, it
 * begins anew once more.
 */
export async function beginAnew({ db, grafana, log }: GrafanaContext): Promise<string> {
  log.warn('this Grafana has not been seen before, or its database is empty: everything is made again');
  await db.$transaction([
    // Many rows at once: under the lock that everybody takes who raises several.
    db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('oriel.audit_chain'))`,
    db.$executeRaw`UPDATE grafana_organizations SET org_id = NULL, fingerprint = NULL, retry_at = NULL, failures = 0`,
    db.$executeRaw`SELECT grafana_raise(ARRAY(SELECT id FROM grafana_organizations))`,
  ]);
  const mark = randomUUID();
  const folder = await readFolder(grafana, ownOrganization, uid);
  if (folder === undefined) await makeFolder(grafana, ownOrganization, { uid, title: titleOf(mark) });
  else await renameFolder(grafana, ownOrganization, { uid, title: titleOf(mark), version: folder.version });
  await setFolderPermissions(grafana, ownOrganization, { uid, permissions: [] });
  await db.setting.upsert({
    where: { key: settingKey },
    create: { key: settingKey, value: mark },
    update: { value: mark },
  });
  return mark;
}
