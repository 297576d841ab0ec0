import { CountsStrip } from '@/ui/counts-strip.tsx';
import { failureOf } from '@/ui/failure.ts';
import { Note } from '@/ui/note.tsx';
import type { FleetFilter } from '../choices.ts';
import { fleetCells } from './fleet-cells.ts';

type FleetCountsProps = {
  query: {
    readonly data: { readonly counts: Partial<Record<FleetFilter, number>> } | undefined;
    readonly error: unknown;
  };
  value: FleetFilter;
  onChange: (filter: FleetFilter) => void;
};

/** Clusters by state; where that could not be read, the table below stands by itself. */
export function FleetCounts({ query: { data, error }, value, onChange }: FleetCountsProps) {
  const failure = failureOf(error);
  return (
    <>
      <CountsStrip label="Clusters by state" cells={fleetCells(data?.counts)} value={value} onChange={onChange} />
      {failure && (
        <Note status="error" title={data ? 'The counts are not up to date' : 'The counts could not be loaded'}>
          {failure.message}
        </Note>
      )}
    </>
  );
}
