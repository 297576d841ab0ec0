import type { ReachRow } from '../output.ts';
import { reachWords } from '../words.ts';

const CHIP =
  'inline-block max-w-full truncate align-middle rounded-badge border border-line2 px-[7px] text-small leading-[18px] text-ink2';

/** What part of a project something is for; all names on pointing. */
export function ReachChip({ reach, whole = 'all clusters' }: { reach: ReachRow; whole?: string }) {
  const isWhole = reach.clusters === 'all' && reach.namespaces === 'all';
  return (
    <span className={CHIP} title={isWhole ? undefined : everyName(reach)}>
      {isWhole ? whole : reachWords(reach)}
    </span>
  );
}

function everyName({ clusters, namespaces }: ReachRow): string {
  const names =
    clusters === 'all' ? 'all clusters' : clusters.map(({ name }) => name ?? 'a deleted cluster').join(', ');
  return namespaces === 'all' ? names : `${names}; namespaces ${namespaces.join(', ')}`;
}
