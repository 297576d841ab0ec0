import { type Dashboard, dashboard } from '../kit/dashboard.ts';
import { metrics } from '../kit/queries.ts';
import { stat } from '../kit/stat.ts';
import { count, share } from '../kit/units.ts';
import { variables } from '../kit/variables.ts';
import { cpu, disks, memory, network } from './node-graphs.ts';
import { everyNode } from './node-table.ts';
import { onDisk, onNode } from './selectors.ts';
import { siblings } from './siblings.ts';

/** Machines by the USE method: for every resource its utilisation, saturation and errors. */
export function nodes(): Dashboard {
  return dashboard({
    name: 'nodes',
    description:
      'Every node by use, saturation and errors of its CPU, memory, disks and network. Needs the right to read whole clusters, not namespaces only.',
    variables: [variables.cluster(), variables.node()],
    siblings,
    sections: [
      { title: 'Now', rows: [{ height: 4, panels: now() }] },
      { title: 'Nodes', rows: [{ height: 9, panels: [everyNode()] }] },
      { title: 'CPU', rows: [{ height: 8, panels: cpu() }] },
      { title: 'Memory', rows: [{ height: 8, panels: memory() }] },
      { title: 'Disks', rows: disks().map((panels) => ({ height: 8, panels })) },
      { title: 'Network', rows: [{ height: 8, panels: network() }] },
    ],
  });
}

function now() {
  return [
    stat({
      title: 'Known nodes',
      description: 'Nodes that their clusters know, ready or not.',
      ...count,
      query: metrics(`count(kube_node_info{${onNode}}) or vector(0)`),
    }),
    stat({
      title: 'Not ready',
      description: 'Nodes whose condition Ready is not true: no new pods, and after five minutes the old ones move.',
      ...count,
      limits: { warn: 1, bad: 3 },
      query: metrics(
        `sum(kube_node_status_condition{${onNode}, condition="Ready", status="true"} == bool 0) or vector(0)`,
      ),
    }),
    stat({
      title: 'Cordoned',
      description: 'Nodes that somebody cordoned. Fine during maintenance, capacity that is missing after it.',
      ...count,
      limits: { warn: 1 },
      query: metrics(`sum(kube_node_spec_unschedulable{${onNode}}) or vector(0)`),
    }),
    stat({
      title: 'Under pressure',
      description: 'Nodes that report pressure on memory, disk or process ids: kubelet evicts pods there.',
      ...count,
      limits: { warn: 1, bad: 3 },
      query: metrics(
        `sum(max by (cluster, node) (kube_node_status_condition{${onNode}, condition=~".+Pressure", status="true"})) or vector(0)`,
      ),
    }),
    stat({
      title: 'Busiest CPU',
      description: 'Share of its cores that the busiest node uses, over five minutes.',
      ...share,
      limits: { warn: 0.85, bad: 0.95 },
      query: metrics(
        `max(1 - avg by (cluster, node) (rate(node_cpu_seconds_total{${onNode}, mode="idle"}[5m]))) or vector(0)`,
      ),
    }),
    stat({
      title: 'Fullest disk',
      description: 'Used share of the fullest file system of any node. kubelet begins to evict pods at 85 to 90 %.',
      ...share,
      limits: { warn: 0.8, bad: 0.9 },
      query: metrics(
        `max(1 - node_filesystem_avail_bytes{${onDisk}} / node_filesystem_size_bytes{${onDisk}}) or vector(0)`,
      ),
    }),
  ];
}
