import { RefreshCw } from 'lucide-react';
import Link from 'next/link';
import { formatDateTime } from '@/ui/format/time.ts';
import { IconButton } from '@/ui/icon-button.tsx';
import type { Status } from '@/ui/status.ts';
import { StatusValue } from '@/ui/status-value.tsx';
import type { Column } from '@/ui/table/types.ts';
import type { GrafanaOrganizationRow } from '../output.ts';

const LOOK: Record<GrafanaOrganizationRow['state'], { status: Status; label: string }> = {
  in_step: { status: 'ok', label: 'In step' },
  pending: { status: 'running', label: 'Changing' },
  failed: { status: 'error', label: 'Failed' },
};

export function organizationColumns(
  zone: string,
  compareAgain: (id: string) => void,
): Column<GrafanaOrganizationRow>[] {
  return [
    {
      id: 'name',
      head: 'Organization',
      width: 'minmax(200px,1.4fr)',
      rowHeader: true,
      cell: (row) => <Name row={row} />,
    },
    {
      id: 'number',
      head: 'Number',
      width: '88px',
      numeric: true,
      align: 'right',
      cell: (row) => row.orgId ?? '',
    },
    {
      id: 'state',
      head: 'State',
      width: '120px',
      cell: (row) => <StatusValue status={LOOK[row.state].status}>{LOOK[row.state].label}</StatusValue>,
    },
    {
      id: 'message',
      head: 'Message',
      width: 'minmax(200px,2fr)',
      cell: (row) => (
        <span className="truncate text-ink2" title={row.message}>
          {row.message}
        </span>
      ),
    },
    {
      id: 'synced',
      head: 'Compared',
      width: '190px',
      numeric: true,
      cell: (row) => (row.syncedAt === null ? 'never' : formatDateTime(new Date(row.syncedAt), zone)),
    },
    {
      id: 'again',
      head: '',
      label: 'Actions',
      width: '56px',
      cell: (row) => (
        <IconButton icon={RefreshCw} label={`Compare ${row.name} again`} onClick={() => compareAgain(row.id)} />
      ),
    },
  ];
}

export function OrganizationPhoneRow({ row, zone }: { row: GrafanaOrganizationRow; zone: string }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Name row={row} />
      <StatusValue status={LOOK[row.state].status}>{LOOK[row.state].label}</StatusValue>
      <span className="text-small text-ink3">
        {row.message || (row.syncedAt === null ? 'Never compared' : formatDateTime(new Date(row.syncedAt), zone))}
      </span>
    </div>
  );
}

function Name({ row }: { row: GrafanaOrganizationRow }) {
  const href = row.project === null ? '/admin/grafana' : `/p/${row.project}/dashboards`;
  return (
    <Link href={href} className="truncate font-semibold hover:underline">
      {row.name}
    </Link>
  );
}
