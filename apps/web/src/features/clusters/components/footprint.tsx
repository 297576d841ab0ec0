import { clsx } from 'clsx';
import { formatBinaryBytes } from '@/ui/format/bytes.ts';
import { formatCores } from '@/ui/format/resource.ts';
import { LoadingBar } from '@/ui/loading-rows.tsx';
import { Meter } from '@/ui/meter.tsx';
import type { ClusterFootprint } from '../output.ts';

type Part = ClusterFootprint['logs'];

/** Side by side only where each fits on one line; an estimate says so, which takes room. */
const COLUMNS = {
  measured: 'grid-cols-[repeat(auto-fit,minmax(min(100%,204px),1fr))]',
  estimated: 'grid-cols-[repeat(auto-fit,minmax(min(100%,240px),1fr))]',
} as const;

type FootprintProps = { footprint: Part | undefined; failed: boolean; on: boolean; scope: string };

/** Measured use of its budget; before anything runs, what the agents ask for. */
export function Footprint({ footprint, failed, on, scope }: FootprintProps) {
  if (footprint === undefined) {
    return failed ? (
      <p className="text-small text-ink3">What its agents use could not be read; it is asked again every 30 s.</p>
    ) : (
      <LoadingBar className="w-2/5" />
    );
  }
  const { cpuCores, memoryBytes, budget } = footprint;
  const measured = on && cpuCores !== null && memoryBytes !== null;
  return (
    <div className={clsx('grid gap-x-4 gap-y-1.5', COLUMNS[measured ? 'measured' : 'estimated'])}>
      <Meter
        label={`CPU${scope}`}
        share={(measured ? cpuCores : budget.requestCores) / budget.cores}
        value={formatCores(measured ? cpuCores : budget.requestCores)}
        of={formatCores(budget.cores)}
        estimated={!measured}
      />
      <Meter
        label={`Memory${scope}`}
        share={(measured ? memoryBytes : budget.requestBytes) / budget.bytes}
        value={formatBinaryBytes(measured ? memoryBytes : budget.requestBytes)}
        of={formatBinaryBytes(budget.bytes)}
        estimated={!measured}
      />
    </div>
  );
}
