import Link from 'next/link';
import type { ReactNode } from 'react';
import type { FleetRow } from '../output.ts';
import { IngestValue, ReachableValue, SignalValue } from './fleet-values.tsx';

/** Three lines: name, project with ingest, the three freshness marks. */
export function FleetPhoneRow({ row, now }: { row: FleetRow; now: number }) {
  const cut = row.reachable.status === 'False';
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Link href={`/clusters/${row.id}`} className="truncate font-semibold">
        {row.name}
      </Link>
      <div className="flex items-center gap-2 text-small text-ink3">
        <span className="min-w-0 flex-1 truncate">
          {row.project.name} · {row.seed.name}
        </span>
        <IngestValue row={row} small />
      </div>
      <div className="grid grid-cols-3 gap-2 text-small">
        <Labelled label="Reachable">
          <ReachableValue row={row} now={now} />
        </Labelled>
        <Labelled label="Metrics">
          <SignalValue signal={row.metrics} cut={cut} now={now} />
        </Labelled>
        <Labelled label="Logs">
          <SignalValue signal={row.logs} cut={cut} now={now} />
        </Labelled>
      </div>
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="flex min-w-0 flex-col">
      <span className="text-caption text-ink3">{label}</span>
      {children}
    </span>
  );
}
