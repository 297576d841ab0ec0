import { type GrafanaHealth, grafanaHealth } from '@oriel/domain/grafana-health';
import type { Queryable } from './client.ts';

const key = 'grafana_health';

/** Undefined before the worker has said anything. */
export async function readGrafanaHealth(db: Queryable): Promise<GrafanaHealth | undefined> {
  const row = await db.setting.findUnique({ where: { key } });
  return grafanaHealth.safeParse(row?.value).data;
}

export async function writeGrafanaHealth(db: Queryable, value: GrafanaHealth): Promise<void> {
  await db.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
