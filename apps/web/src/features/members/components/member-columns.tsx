import { UserMinus } from 'lucide-react';
import { formatDateTime } from '@/ui/format/time.ts';
import { IconButton } from '@/ui/icon-button.tsx';
import { Select } from '@/ui/select.tsx';
import { StatusValue } from '@/ui/status-value.tsx';
import type { Column } from '@/ui/table/types.ts';
import type { MemberRow } from '../output.ts';
import { roleOptions } from '../roles.ts';

export type MemberActions = {
  setRole: (member: MemberRow, role: MemberRow['role']) => void;
  remove: (member: MemberRow) => void;
};

export function memberColumns(canManage: boolean, zone: string, actions: MemberActions): Column<MemberRow>[] {
  const columns: Column<MemberRow>[] = [
    {
      id: 'name',
      head: 'Name',
      width: 'minmax(160px,1.2fr)',
      rowHeader: true,
      cell: (row) => (
        <span className="truncate font-semibold">
          {row.name}
          {row.you && <span className="font-normal text-ink3"> (you)</span>}
        </span>
      ),
    },
    {
      id: 'email',
      head: 'E-mail',
      width: 'minmax(180px,1.4fr)',
      cell: (row) => <span className="truncate">{row.email}</span>,
    },
    {
      id: 'role',
      head: 'Role',
      width: '150px',
      cell: (row) => <Role member={row} canManage={canManage} actions={actions} />,
    },
    { id: 'state', head: 'State', width: '140px', cell: (row) => <State member={row} /> },
    {
      id: 'added',
      head: 'Added',
      width: '180px',
      numeric: true,
      cell: (row) => formatDateTime(new Date(row.addedAt), zone),
    },
  ];
  if (canManage) {
    columns.push({
      id: 'remove',
      head: '',
      label: 'Remove',
      width: '56px',
      align: 'right',
      cell: (row) => <Remove member={row} actions={actions} />,
    });
  }
  return columns;
}

type PhoneProps = { member: MemberRow; canManage: boolean; actions: MemberActions };

export function MemberPhoneRow({ member, canManage, actions }: PhoneProps) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <span className="truncate font-semibold">{member.name}</span>
        <span className="truncate text-small text-ink3">{member.email}</span>
        <State member={member} />
      </div>
      <Role member={member} canManage={canManage} actions={actions} />
      {canManage && <Remove member={member} actions={actions} />}
    </div>
  );
}

function Role({ member, canManage, actions }: PhoneProps) {
  if (!canManage) return <span>{roleOptions.find((option) => option.value === member.role)?.label}</span>;
  return (
    <Select
      label={`Role of ${member.name}`}
      options={roleOptions}
      value={member.role}
      onChange={(role) => role !== member.role && actions.setRole(member, role)}
    />
  );
}

function State({ member }: { member: MemberRow }) {
  return member.active ? (
    <StatusValue status="ok">Active</StatusValue>
  ) : (
    <StatusValue status="waiting">Invited</StatusValue>
  );
}

function Remove({ member, actions }: { member: MemberRow; actions: MemberActions }) {
  return (
    <IconButton icon={UserMinus} label={`Remove ${member.name}`} size="small" onClick={() => actions.remove(member)} />
  );
}
