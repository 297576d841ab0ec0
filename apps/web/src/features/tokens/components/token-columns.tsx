import { RefreshCw, Trash2 } from 'lucide-react';
import { Badge } from '@/ui/badge.tsx';
import { formatAge, formatDuration } from '@/ui/format/duration.ts';
import { IconButton } from '@/ui/icon-button.tsx';
import { StatusValue } from '@/ui/status-value.tsx';
import type { Column } from '@/ui/table/types.ts';
import { ReachChip } from '../../reach/components/reach-chip.tsx';
import type { TokenRow } from '../output.ts';

export type TokenActions = { rotate: (row: TokenRow) => void; revoke: (row: TokenRow) => void };

export function tokenColumns(now: number, actions: TokenActions): Column<TokenRow>[] {
  return [
    { id: 'name', head: 'Token', width: 'minmax(160px,1.4fr)', rowHeader: true, cell: (row) => <Name row={row} /> },
    { id: 'prefix', head: 'Begins with', width: '160px', cell: (row) => <span className="mono">{row.prefix}…</span> },
    { id: 'scope', head: 'Reaches', width: 'minmax(150px,1.2fr)', cell: (row) => <Scope row={row} /> },
    { id: 'rights', head: 'May', width: '120px', cell: (row) => (row.readOnly ? 'read' : 'read and change') },
    { id: 'used', head: 'Last used', width: '120px', numeric: true, cell: (row) => lastUsed(row.lastUsedAt, now) },
    { id: 'expires', head: 'Expires', width: '140px', cell: (row) => <Expiry row={row} now={now} /> },
    {
      id: 'actions',
      head: '',
      label: 'Actions',
      width: '80px',
      align: 'right',
      cell: (row) => <Actions row={row} actions={actions} />,
    },
  ];
}

export function TokenPhoneRow({ row, now, actions }: { row: TokenRow; now: number; actions: TokenActions }) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        <Name row={row} />
        <span className="mono truncate text-ink3">{row.prefix}…</span>
        <Scope row={row} />
        <span className="text-small text-ink3">
          {row.readOnly ? 'read' : 'read and change'} · {lastUsed(row.lastUsedAt, now)}
        </span>
        <Expiry row={row} now={now} />
      </div>
      <Actions row={row} actions={actions} />
    </div>
  );
}

function Name({ row }: { row: TokenRow }) {
  return (
    <span className="flex max-w-full min-w-0 items-center gap-1.5">
      <span className="truncate font-semibold">{row.name}</span>
      {row.rotatedToId !== null && <Badge>replaced</Badge>}
      {row.rotatedFromId !== null && <Badge>replacement</Badge>}
    </span>
  );
}

function Scope({ row }: { row: TokenRow }) {
  if (row.project === null) return <span className="truncate">All projects</span>;
  return (
    <span className="flex max-w-full min-w-0 items-center gap-1.5">
      <span className="truncate">{row.project.name}</span>
      <ReachChip reach={row.reach} />
    </span>
  );
}

function Expiry({ row, now }: { row: TokenRow; now: number }) {
  if (row.state === 'expired') return <StatusValue status="off">expired</StatusValue>;
  const left = `in ${formatDuration(Math.max(0, Date.parse(row.expiresAt) - now))}`;
  // A token that has its replacement is meant to end.
  if (row.state === 'active' || row.rotatedToId !== null) return <span className="tnum">{left}</span>;
  return <StatusValue status="late">{left}</StatusValue>;
}

function Actions({ row, actions }: { row: TokenRow; actions: TokenActions }) {
  return (
    <span className="flex justify-end">
      {row.state !== 'expired' && row.rotatedToId === null && (
        <IconButton icon={RefreshCw} label={`Rotate ${row.name}`} size="small" onClick={() => actions.rotate(row)} />
      )}
      <IconButton icon={Trash2} label={`Revoke ${row.name}`} size="small" onClick={() => actions.revoke(row)} />
    </span>
  );
}

export function lastUsed(at: string | null, now: number): string {
  return at === null ? 'never used' : formatAge(new Date(at), Math.max(now, Date.parse(at)));
}
