import { formatPlural } from '@/ui/format/count.ts';
import type { ReachRow } from './output.ts';

/** A reach in a line: "all clusters", "prod-fra · shop, billing", "2 clusters". */
export function reachWords({ clusters, namespaces }: ReachRow): string {
  return namespaces === 'all' ? clusterWords(clusters) : `${clusterWords(clusters)} · ${namespaces.join(', ')}`;
}

export function clusterWords(clusters: ReachRow['clusters']): string {
  if (clusters === 'all') return 'all clusters';
  const names = clusters.flatMap(({ name }) => name ?? []);
  const gone = clusters.length - names.length;
  if (names.length === 0) return formatPlural(gone, 'deleted cluster');
  const there = names.length === 1 ? (names[0] as string) : formatPlural(names.length, 'cluster');
  return gone === 0 ? there : `${there}, ${gone} deleted`;
}
