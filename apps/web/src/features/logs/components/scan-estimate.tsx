import { clsx } from 'clsx';
import { TriangleAlert } from 'lucide-react';
import { Icon } from '@/ui/icon.tsx';
import { AMBER_BYTES, describeEstimate, type ScanEstimate } from '../data/estimate.ts';

/** What a run would read, before it runs; amber where that is a lot. */
export function ScanEstimateText({ estimate }: { estimate: ScanEstimate | undefined }) {
  // The index knows nothing yet of the newest lines: "0 B" would be a wrong promise.
  if (estimate === undefined || estimate.streams === 0) return null;
  const much = estimate.bytes > AMBER_BYTES;
  return (
    <span
      className={clsx(
        'flex shrink-0 items-center gap-1.5 text-small whitespace-nowrap',
        much ? 'text-warn' : 'text-ink3',
      )}
    >
      {much && <Icon icon={TriangleAlert} size={14} />}
      {describeEstimate(estimate)}
    </span>
  );
}
