import {
  Link2,
  LogOut,
  MonitorSmartphone,
  MoreHorizontal,
  Power,
  PowerOff,
  ShieldCheck,
  ShieldOff,
} from 'lucide-react';
import { Badge } from '@/ui/badge.tsx';
import { formatCount, formatPlural } from '@/ui/format/count.ts';
import { formatAge } from '@/ui/format/duration.ts';
import { IconButton } from '@/ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '@/ui/menu.tsx';
import { StatusValue } from '@/ui/status-value.tsx';
import type { Column } from '@/ui/table/types.ts';
import type { UserRow } from '../output.ts';

export type UserActions = {
  sessions: (user: UserRow) => void;
  newLink: (user: UserRow) => void;
  signOut: (user: UserRow) => void;
  change: (user: UserRow, change: { enabled?: boolean; administrator?: boolean }) => void;
};

export function userColumns(now: number, actions: UserActions): Column<UserRow>[] {
  return [
    { id: 'name', head: 'Name', width: 'minmax(160px,1.2fr)', rowHeader: true, cell: (row) => <Name row={row} /> },
    {
      id: 'email',
      head: 'E-mail',
      width: 'minmax(180px,1.4fr)',
      cell: (row) => <span className="truncate">{row.email}</span>,
    },
    { id: 'role', head: 'Platform', width: 'minmax(120px,0.8fr)', cell: (row) => <Administrator row={row} /> },
    {
      id: 'providers',
      head: 'Signs in with',
      width: 'minmax(120px,0.8fr)',
      cell: (row) => <span className="truncate">{waysIn(row)}</span>,
    },
    { id: 'projects', head: 'Projects', width: '80px', numeric: true, cell: (row) => formatCount(row.projects) },
    { id: 'state', head: 'State', width: '110px', cell: (row) => <State row={row} /> },
    { id: 'seen', head: 'Last seen', width: '120px', numeric: true, cell: (row) => lastSeen(row, now) },
    {
      id: 'actions',
      head: '',
      label: 'Actions',
      width: '56px',
      align: 'right',
      cell: (row) => <Actions row={row} actions={actions} />,
    },
  ];
}

export function UserPhoneRow({ row, now, actions }: { row: UserRow; now: number; actions: UserActions }) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        <Name row={row} />
        <span className="max-w-full truncate text-small text-ink3">{row.email}</span>
        <span className="text-small text-ink3">
          {formatPlural(row.projects, 'project')} · {lastSeen(row, now)}
        </span>
        <Administrator row={row} />
        <State row={row} />
      </div>
      <Actions row={row} actions={actions} />
    </div>
  );
}

function Name({ row }: { row: UserRow }) {
  return (
    <span className="max-w-full truncate font-semibold">
      {row.name}
      {row.you && <span className="font-normal text-ink3"> (you)</span>}
    </span>
  );
}

function Administrator({ row }: { row: UserRow }) {
  if (row.isPlatformAdmin) return <Badge>administrator</Badge>;
  if (row.adminGroups.length === 0) return null;
  return (
    <span className="max-w-full truncate" title={row.adminGroups.join(', ')}>
      administrator by group {row.adminGroups[0]}
    </span>
  );
}

function State({ row }: { row: UserRow }) {
  if (row.state === 'disabled') return <StatusValue status="off">Disabled</StatusValue>;
  if (row.state === 'invited') return <StatusValue status="waiting">Invited</StatusValue>;
  return <StatusValue status="ok">Active</StatusValue>;
}

function waysIn({ providers, state }: UserRow): string {
  if (providers.length > 0) return providers.map(({ name }) => name).join(', ');
  return state === 'invited' ? '' : 'password';
}

function lastSeen({ lastSeenAt }: UserRow, now: number): string {
  return lastSeenAt === null ? 'never' : formatAge(new Date(lastSeenAt), Math.max(now, Date.parse(lastSeenAt)));
}

function Actions({ row, actions }: { row: UserRow; actions: UserActions }) {
  const enabled = row.state !== 'disabled';
  return (
    <Menu align="end" trigger={<IconButton icon={MoreHorizontal} label={`Actions for ${row.name}`} size="small" />}>
      <MenuItem icon={MonitorSmartphone} onSelect={() => actions.sessions(row)}>
        Sessions
      </MenuItem>
      <MenuItem icon={LogOut} onSelect={() => actions.signOut(row)}>
        Sign out everywhere
      </MenuItem>
      <MenuItem icon={Link2} disabled={!enabled} onSelect={() => actions.newLink(row)}>
        New one-time link
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={row.isPlatformAdmin ? ShieldOff : ShieldCheck}
        onSelect={() => actions.change(row, { administrator: !row.isPlatformAdmin })}
      >
        {row.isPlatformAdmin ? 'No longer administrator' : 'Make administrator'}
      </MenuItem>
      <MenuItem
        icon={enabled ? PowerOff : Power}
        destructive={enabled}
        disabled={row.you}
        onSelect={() => actions.change(row, { enabled: !enabled })}
      >
        {enabled ? 'Disable' : 'Enable'}
      </MenuItem>
    </Menu>
  );
}
