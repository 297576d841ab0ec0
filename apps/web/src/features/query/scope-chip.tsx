import { X } from 'lucide-react';
import { Icon } from '@/ui/icon.tsx';

type ScopeChipProps = { clusters: readonly string[]; onWholeScope: () => void };

/** The clusters chosen in the top bar: they narrow every selector without standing in the query's text. */
export function ScopeChip({ clusters, onWholeScope }: ScopeChipProps) {
  return (
    <span className="inline-flex h-6 max-w-full items-center gap-[5px] rounded-badge border border-accent-line bg-accent-tint pl-2 text-small phone:h-9">
      <span className="whitespace-nowrap text-ink2">scope</span>
      <b className="mono max-w-72 truncate font-medium">{clusters.join(', ')}</b>
      <button
        type="button"
        aria-label="All clusters"
        onClick={onWholeScope}
        className="grid h-full w-6 shrink-0 place-items-center text-ink3 hover:text-ink1 phone:w-9"
      >
        <Icon icon={X} size={12} />
      </button>
    </span>
  );
}
