import { uids } from './uids.ts';

/** What a page of Oriel is about. Fewer words lead to a dashboard over more. */
export interface DashboardContext {
  readonly cluster?: string;
  readonly namespace?: string;
  readonly pod?: string;
  readonly node?: string;
  /** As Grafana writes times: `now-1h`, or milliseconds since 1970. */
  readonly range?: { readonly from: string; readonly to: string };
}

export interface DashboardLink {
  readonly uid: string;
  /** Names and values of the query: `var-…`, `from`, `to`. */
  readonly params: Readonly<Record<string, string>>;
}

/** The provided dashboard that shows this best, with its variables and time set. Knows no address of Grafana's. */
export function dashboardLink({ range, ...context }: DashboardContext): DashboardLink {
  const names = ['cluster', 'namespace', 'pod', 'node'] as const;
  const set = names.flatMap((name) => (context[name] ? [[`var-${name}`, context[name]] as const] : []));
  return { uid: uidFor(context), params: { ...Object.fromEntries(set), ...range } };
}

function uidFor({ cluster, namespace, pod, node }: DashboardContext): string {
  if (pod) return uids.pods;
  if (node) return uids.nodes;
  return namespace || cluster ? uids.namespaces : uids.clusters;
}
