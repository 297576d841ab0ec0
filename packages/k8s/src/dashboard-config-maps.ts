import { z } from 'zod';
import type { ApiServer } from './api-server.ts';
import { dashboardSelector } from './labels.ts';
import { notKubernetes } from './not-kubernetes.ts';

/** Whoever runs that address may send anything: names are held to what Kubernetes allows. */
const configMap = z.looseObject({
  metadata: z.looseObject({
    name: z.string().regex(/^[a-z0-9.-]{1,253}$/),
    namespace: z.string().regex(/^[a-z0-9-]{1,63}$/),
    uid: z.string().max(100),
    resourceVersion: z.string().max(100),
  }),
  data: z.record(z.string().regex(/^[-._a-zA-Z0-9]{1,253}$/), z.string()).nullish(),
});
const list = z.looseObject({
  items: z.array(configMap).nullish(),
  metadata: z.looseObject({ continue: z.string().optional() }).nullish(),
});

export type DashboardConfigMap = z.infer<typeof configMap>;

export interface DashboardConfigMaps {
  readonly configMaps: readonly DashboardConfigMap[];
  /** The cluster has more of them than were asked for. */
  readonly more: boolean;
}

/** ConfigMaps of all namespaces that are labelled as dashboards, by one call; the first ones. Throws `ClusterError`. */
export async function listDashboardConfigMaps(
  api: ApiServer,
  limit: number,
  signal?: AbortSignal,
): Promise<DashboardConfigMaps> {
  const query = { labelSelector: dashboardSelector, limit: `${limit}` };
  const what = 'list ConfigMaps in all namespaces';
  const answer = await api.call({ method: 'GET', path: '/api/v1/configmaps', query, what }, signal);
  const { success, data } = list.safeParse(answer);
  if (!success) throw notKubernetes(api.server);
  return { configMaps: data.items ?? [], more: (data.metadata?.continue ?? '') !== '' };
}
