import type { ConditionInput } from '@oriel/domain/conditions';
import { ClusterError } from '@oriel/k8s/cluster-error';
import { dashboardSelector } from '@oriel/k8s/labels';
import type { Dashboards } from './dashboards-from.ts';

const type = 'DashboardsRead';
const named = 3;

interface Found extends Dashboards {
  readonly configMapCount: number;
  /** There are more ConfigMaps than were read. */
  readonly more: boolean;
}

/** What was read; names the first of those that were refused. */
export function dashboardsRead({ accepted, refused, configMapCount, more }: Found): ConditionInput {
  const base = { type, status: 'True' } as const;
  if (configMapCount === 0) {
    return { ...base, reason: 'NoneThere', message: `No ConfigMap carries the label ${dashboardSelector}.` };
  }
  const from = counted(configMapCount, 'ConfigMap');
  const sentences = [`${counted(accepted.length, 'dashboard')} from ${from}.`];
  if (more) sentences.push(`Only the first ${configMapCount} ConfigMaps were read: put several dashboards into one.`);
  if (refused.length > 0) {
    sentences.push(`${refused.length} refused:`);
    for (const { namespace, name, key, why } of refused.slice(0, named)) {
      sentences.push(`${namespace}/${name}, ${key}: ${why}`);
    }
    if (refused.length > named) sentences.push(`And ${refused.length - named} more.`);
  }
  const isWhole = refused.length === 0 && !more;
  return { ...base, reason: isWhole ? 'AllRead' : 'SomeRefused', message: sentences.join(' ') };
}

/** They stay as they were last read. */
export function dashboardsNotRead(error: unknown): ConditionInput {
  if (error instanceof ClusterError && error.reason === 'Forbidden') {
    const message =
      'The credential may not list ConfigMaps in all namespaces. Where dashboards are to come from them, bind its account to a ClusterRole with the verb "list" on "configmaps".';
    return { type, status: 'False', reason: error.reason, message };
  }
  if (error instanceof ClusterError) return { type, status: 'Unknown', reason: error.reason, message: error.message };
  const message = 'Oriel itself failed while it read dashboards; its log says why. It tries again.';
  return { type, status: 'Unknown', reason: 'InternalFault', message };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
