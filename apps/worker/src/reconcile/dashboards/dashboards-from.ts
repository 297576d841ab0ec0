import { createHash } from 'node:crypto';
import { type DashboardModel, largestDashboard, parseDashboard } from '@oriel/domain/dashboard-model';
import { OrielError } from '@oriel/domain/errors';
import type { DashboardConfigMap } from '@oriel/k8s/dashboard-config-maps';

/** Each lies in Grafana as long as its ConfigMap does. */
export const mostPerCluster = 100;

/** Where a dashboard is written: `namespace/name` of the ConfigMap, and its key. */
interface Place {
  readonly namespace: string;
  readonly name: string;
  readonly key: string;
}

export interface ConfigMapDashboard extends Place, DashboardModel {
  /** In Grafana; the same as long as the place is. */
  readonly uid: string;
}

export interface RefusedDashboard extends Place {
  /** What to do about it, a sentence. */
  readonly why: string;
}

export interface Dashboards {
  readonly accepted: readonly ConfigMapDashboard[];
  readonly refused: readonly RefusedDashboard[];
}

type Source = Pick<DashboardConfigMap, 'data'> & { readonly metadata: { readonly namespace: string; name: string } };

/** Every key that ends in `.json` is a dashboard. One that is refused does not keep the others away. */
export function dashboardsFrom(clusterId: string, configMaps: readonly Source[]): Dashboards {
  const accepted = new Map<string, ConfigMapDashboard>();
  const refused: RefusedDashboard[] = [];
  for (const [place, text] of configMaps.flatMap(keysOf).toSorted(byPlace)) {
    const parsed = read(text);
    const uid = uidOf(clusterId, place);
    if (typeof parsed === 'string') refused.push({ ...place, why: parsed });
    else if (accepted.size < mostPerCluster || accepted.has(uid)) accepted.set(uid, { ...place, uid, ...parsed });
    else refused.push({ ...place, why: `A cluster brings ${mostPerCluster} dashboards at most. Remove others first.` });
  }
  return { accepted: [...accepted.values()], refused };
}

function keysOf({ metadata: { namespace, name }, data }: Source): [Place, string][] {
  return Object.entries(data ?? {})
    .filter(([key]) => key.endsWith('.json'))
    .map(([key, text]) => [{ namespace, name, key }, text]);
}

/** The same ones are over the limit at each look. */
function byPlace([left]: [Place, string], [right]: [Place, string]): number {
  return textOf(left) < textOf(right) ? -1 : 1;
}

/** No part of it can hold a slash. */
function textOf({ namespace, name, key }: Place): string {
  return `${namespace}/${name}/${key}`;
}

function uidOf(clusterId: string, place: Place): string {
  const hash = createHash('sha256')
    .update(`${clusterId}/${textOf(place)}`)
    .digest('hex');
  return `op-${hash.slice(0, 24)}`;
}

/** The dashboard, or why it is none. */
function read(text: string): DashboardModel | string {
  if (Buffer.byteLength(text) > largestDashboard) return `It is larger than ${largestDashboard} bytes.`;
  try {
    return parseDashboard(JSON.parse(text));
  } catch (error) {
    if (error instanceof OrielError) return error.message;
    if (error instanceof SyntaxError) return 'It is not JSON.';
    if (error instanceof RangeError) return 'It nests too deep to be read. Flatten it.';
    throw error;
  }
}
