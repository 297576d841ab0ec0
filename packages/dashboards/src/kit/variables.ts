import {
  QueryVariableBuilder,
  TextBoxVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { dataSources } from './data-sources.ts';

interface Choice {
  readonly name: string;
  readonly label: string;
  readonly from: 'metrics' | 'logs';
  /** `label_values(selector, label)`: the chain cluster → namespace → pod is in the selectors. */
  readonly query: string | Readonly<Record<string, unknown>>;
}

/** "All" is one expression and not a list: a hundred clusters do not make a query of a hundred names. */
function choice({ name, label, from, query }: Choice): QueryVariableBuilder {
  return (
    new QueryVariableBuilder(name)
      // The builder gives all of them one id, and Grafana keeps one of each.
      .id(name)
      .label(label)
      .datasource(dataSources[from])
      .query(query)
      .refresh(VariableRefresh.OnTimeRangeChanged)
      .sort(VariableSort.AlphabeticalCaseInsensitiveAsc)
      .multi(true)
      .includeAll(true)
      .allValue('.+')
      .current({ selected: true, text: ['All'], value: ['$__all'] })
  );
}

const fromMetrics = (name: string, label: string, metric: string, matchers: string): QueryVariableBuilder =>
  choice({
    name,
    label,
    from: 'metrics',
    query: { query: `label_values(${metric}${matchers}, ${name})`, refId: `variable-${name}` },
  });

const fromLogs = (name: string, label: string, stream: string): QueryVariableBuilder =>
  choice({ name, label, from: 'logs', query: { label: name, stream, type: 1, refId: `variable-${name}` } });

/** Every variable reads series that stand in the person's own namespaces, so that a narrowed reader has them too. */
export const variables = {
  cluster: () => fromMetrics('cluster', 'Cluster', 'kube_pod_info', ''),
  namespace: () => fromMetrics('namespace', 'Namespace', 'kube_pod_info', '{cluster=~"$cluster"}'),
  pod: () => fromMetrics('pod', 'Pod', 'kube_pod_info', '{cluster=~"$cluster", namespace=~"$namespace"}'),
  node: () => fromMetrics('node', 'Node', 'node_uname_info', '{cluster=~"$cluster"}'),
  logProject: () => fromLogs('project', 'Project', ''),
  logCluster: () => fromLogs('cluster', 'Cluster', ''),
  logNamespace: () => fromLogs('namespace', 'Namespace', '{cluster=~"$cluster"}'),
  logLevel: () => fromLogs('level', 'Level', '{cluster=~"$cluster", namespace=~"$namespace"}'),
  project: () => fromMetrics('project', 'Project', 'kube_node_info', ''),
  seed: () => fromMetrics('seed', 'Seed', 'up', '{job="oriel-seed-agent"}'),
  /** One at a time: queries that compare aggregates cannot be put together from several seeds. */
  oneSeed: () => variables.seed().multi(false).includeAll(false).current({ selected: false, text: '', value: '' }),
  search: () =>
    new TextBoxVariableBuilder('search')
      .id('search')
      .label('Lines with')
      .description('A part of the line; upper and lower case are one.'),
};
