import { formatBinaryBytes } from '@/ui/format/bytes.ts';
import { formatCores } from '@/ui/format/resource.ts';
import { Meter } from '@/ui/meter.tsx';
import type { ClusterFootprint } from '../output.ts';

type Part = ClusterFootprint['logs'];

/** Measured use of its budget; before anything runs, what the agents ask for. */
export function Footprint({ footprint, on, scope }: { footprint: Part | undefined; on: boolean; scope: string }) {
  if (footprint === undefined) return null;
  const { cpuCores, memoryBytes, budget } = footprint;
  const measured = on && cpuCores !== null && memoryBytes !== null;
  return (
    <div className="grid grid-cols-2 gap-4">
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
