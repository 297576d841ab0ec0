import Link from 'next/link';
import type { Column } from '@/ui/table/types.ts';
import type { FleetRow } from '../output.ts';
import { AgentValue, IngestValue, ReachableValue, SignalValue } from './fleet-values.tsx';

export function fleetColumns(now: number): Column<FleetRow>[] {
  const cut = (row: FleetRow) => row.reachable.status === 'False';
  return [
    {
      id: 'name',
      head: 'Cluster',
      width: 'minmax(170px,1.6fr)',
      rowHeader: true,
      sortable: true,
      cell: (row) => (
        <Link href={`/clusters/${row.id}`} className="truncate font-semibold hover:underline">
          {row.name}
        </Link>
      ),
    },
    {
      id: 'project',
      head: 'Project',
      width: 'minmax(110px,1fr)',
      sortable: true,
      cell: (row) => <span className="truncate">{row.project.name}</span>,
    },
    { id: 'seed', head: 'Seed', width: 'minmax(80px,0.7fr)', sortable: true, cell: (row) => row.seed.name },
    {
      id: 'region',
      head: 'Region',
      width: 'minmax(80px,0.7fr)',
      cell: (row) => <span className="truncate text-ink2">{row.region}</span>,
    },
    { id: 'reachable', head: 'Reachable', width: '132px', cell: (row) => <ReachableValue row={row} now={now} /> },
    {
      id: 'metrics',
      head: 'Metrics fresh',
      width: '124px',
      cell: (row) => <SignalValue signal={row.metrics} cut={cut(row)} now={now} />,
    },
    {
      id: 'logs',
      head: 'Logs fresh',
      width: '124px',
      cell: (row) => <SignalValue signal={row.logs} cut={cut(row)} now={now} />,
    },
    { id: 'agent', head: 'Agent', width: '104px', cell: (row) => <AgentValue row={row} /> },
    { id: 'ingest', head: 'Log ingest, 1 h', width: '190px', sortable: true, cell: (row) => <IngestValue row={row} /> },
  ];
}
