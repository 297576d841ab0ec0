'use client';
import { Button } from '@/ui/button.tsx';
import { formatCount, formatPlural } from '@/ui/format/count.ts';
import { formatMoment } from '@/ui/format/time.ts';
import { useZone } from '@/ui/time/zone.tsx';
import type { Run } from '../data/run.ts';
import type { Lines } from '../hooks/use-lines.ts';

type ListEndProps = {
  lines: Lines;
  run: Run;
  /** Counted by the histogram; undefined while it is not known. */
  total: number | undefined;
  onContinue: () => void;
};

/** What stands below the oldest loaded line. Never silent: loading, failed, full, or truly the end. */
export function ListEnd({ lines, run, total, onContinue }: ListEndProps) {
  const { zone } = useZone();
  const count = lines.lines.length;
  // With the error of the first page, all above is what the live tail brought.
  const error = lines.moreError ?? lines.error;
  if (error !== null && !lines.loading) {
    return (
      <Line>
        <span className="text-error">Older lines could not be loaded: {error.message}</span>
        <Button size="small" onClick={lines.retry}>
          Try again
        </Button>
      </Line>
    );
  }
  if (lines.full && lines.hasMore) {
    return (
      <Line>
        {formatCount(count)} lines are loaded, the most a page keeps.
        <Button size="small" onClick={onContinue}>
          Continue from here
        </Button>
      </Line>
    );
  }
  if (lines.hasMore || lines.loading) return <Line>Loading older lines</Line>;
  return (
    <Line>
      Start of the range, {formatMoment(run.from, zone, run.to)}. {endWords(count, total)}
    </Line>
  );
}

/** Lines that arrive late, or while the others are counted, are admitted instead of hidden. */
function endWords(count: number, total: number | undefined): string {
  if (total === undefined || total === count) return `All ${formatPlural(count, 'line')} are loaded.`;
  const late = Math.abs(count - total);
  return `All ${formatPlural(count, 'line')} are loaded, ${formatCount(late)} ${count > total ? 'more' : 'fewer'} than counted a moment apart.`;
}

function Line({ children }: { children: React.ReactNode }) {
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-2 px-4 py-1.5 text-small text-ink3" role="status">
      {children}
    </div>
  );
}
