import { KeyRound, MoreHorizontal, Power, PowerOff, Trash2 } from 'lucide-react';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { formatPlural } from '@/ui/format/count.ts';
import { IconButton } from '@/ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '@/ui/menu.tsx';
import { StatusValue } from '@/ui/status-value.tsx';
import type { Column } from '@/ui/table/types.ts';
import { roleLabel } from '../../members/roles.ts';
import { lastUsed } from '../../tokens/components/token-columns.tsx';
import type { ServiceAccountRow } from '../output.ts';

export type AccountActions = {
  tokens: (row: ServiceAccountRow) => void;
  setEnabled: (row: ServiceAccountRow, enabled: boolean) => void;
  remove: (row: ServiceAccountRow) => void;
};

/** `inProject`: the roles are all in the project at hand, so it need not be named. */
type View = { now: number; inProject: boolean; actions: AccountActions };

export function accountColumns({ now, inProject, actions }: View): Column<ServiceAccountRow>[] {
  return [
    {
      id: 'name',
      head: 'Name',
      width: 'minmax(140px,1fr)',
      rowHeader: true,
      cell: (row) => <span className="truncate font-semibold">{row.name}</span>,
    },
    {
      id: 'email',
      head: 'In the audit log',
      width: 'minmax(200px,1.6fr)',
      cell: (row) => <span className="truncate">{row.email}</span>,
    },
    {
      id: 'roles',
      head: 'Roles',
      width: 'minmax(150px,1.2fr)',
      cell: (row) => <Roles row={row} inProject={inProject} />,
    },
    {
      id: 'tokens',
      head: 'Tokens',
      width: '110px',
      cell: (row) => (
        <Button size="small" variant="ghost" icon={KeyRound} onClick={() => actions.tokens(row)}>
          {formatPlural(row.tokens, 'token')}
        </Button>
      ),
    },
    { id: 'used', head: 'Last used', width: '120px', numeric: true, cell: (row) => lastUsed(row.lastUsedAt, now) },
    { id: 'state', head: 'State', width: '110px', cell: (row) => <State row={row} /> },
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

export function AccountPhoneRow({ row, now, inProject, actions }: View & { row: ServiceAccountRow }) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        <span className="max-w-full truncate font-semibold">{row.name}</span>
        <span className="max-w-full truncate text-small text-ink3">{row.email}</span>
        <Roles row={row} inProject={inProject} />
        <span className="text-small text-ink3">
          {formatPlural(row.tokens, 'token')} · {lastUsed(row.lastUsedAt, now)}
        </span>
        <State row={row} />
      </div>
      <Actions row={row} actions={actions} />
    </div>
  );
}

function Roles({ row, inProject }: { row: ServiceAccountRow; inProject: boolean }) {
  if (row.isPlatformAdmin) return <Badge>administrator</Badge>;
  if (row.roles.length === 0) return <span className="text-ink3">no role yet</span>;
  const words = row.roles.map(({ project, role, narrowed }) => {
    const what = narrowed ? `${roleLabel(role)} of a part` : roleLabel(role);
    return inProject ? what : `${what} in ${project}`;
  });
  return (
    <span className="max-w-full truncate" title={words.join(', ')}>
      {words.join(', ')}
    </span>
  );
}

function State({ row }: { row: ServiceAccountRow }) {
  return row.state === 'active' ? (
    <StatusValue status="ok">Active</StatusValue>
  ) : (
    <StatusValue status="off">Disabled</StatusValue>
  );
}

function Actions({ row, actions }: { row: ServiceAccountRow; actions: AccountActions }) {
  const active = row.state === 'active';
  return (
    <Menu align="end" trigger={<IconButton icon={MoreHorizontal} label={`Actions for ${row.name}`} size="small" />}>
      <MenuItem icon={KeyRound} onSelect={() => actions.tokens(row)}>
        Tokens
      </MenuItem>
      <MenuItem icon={active ? PowerOff : Power} onSelect={() => actions.setEnabled(row, !active)}>
        {active ? 'Disable' : 'Enable'}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Trash2} destructive onSelect={() => actions.remove(row)}>
        Delete
      </MenuItem>
    </Menu>
  );
}
