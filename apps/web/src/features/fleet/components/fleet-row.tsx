import type { RowView } from '@/ui/table/types.ts';
import type { FleetRow } from '../output.ts';
import { FleetPhoneRow } from './fleet-phone-row.tsx';
import { FleetRowNote } from './fleet-row-note.tsx';

/** A cluster as a row, wherever clusters are listed. */
export function fleetRow(now: number): RowView<FleetRow> {
  const isLost = (row: FleetRow) => row.reachable.status === 'False';
  return {
    key: (row) => row.id,
    href: (row) => `/clusters/${row.id}`,
    tone: (row) => (isLost(row) ? 'error' : undefined),
    below: (row) => (isLost(row) ? <FleetRowNote row={row} now={now} /> : null),
    phone: (row) => <FleetPhoneRow row={row} now={now} />,
  };
}
