import { Link2, MoreHorizontal, Pencil, UserMinus } from 'lucide-react';
import { formatDateTime } from '@/ui/format/time.ts';
import { IconButton } from '@/ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '@/ui/menu.tsx';
import type { Column } from '@/ui/table/types.ts';
import { ReachChip } from '../../reach/components/reach-chip.tsx';
import type { MemberRow } from '../output.ts';
import { roleLabel } from '../roles.ts';
import { SubjectName, SubjectState, subjectAbout, subjectName } from './subject-cell.tsx';

export type MemberActions = {
  change: (member: MemberRow) => void;
  newLink: (member: MemberRow) => void;
  remove: (member: MemberRow) => void;
};

export function memberColumns(zone: string, actions: MemberActions | undefined): Column<MemberRow>[] {
  const columns: Column<MemberRow>[] = [
    {
      id: 'name',
      head: 'Name',
      width: 'minmax(150px,1.2fr)',
      rowHeader: true,
      cell: ({ subject }) => <SubjectName subject={subject} />,
    },
    {
      id: 'about',
      head: 'Who',
      width: 'minmax(160px,1.3fr)',
      cell: ({ subject }) => <span className="truncate">{subjectAbout(subject)}</span>,
    },
    { id: 'role', head: 'Role', width: '80px', cell: ({ role }) => roleLabel(role) },
    {
      id: 'reach',
      head: 'Reaches',
      width: 'minmax(140px,1.2fr)',
      cell: ({ reach }) => <ReachChip reach={reach} />,
    },
    { id: 'state', head: 'State', width: '150px', cell: ({ subject }) => <SubjectState subject={subject} /> },
    {
      id: 'added',
      head: 'Added',
      width: '170px',
      numeric: true,
      cell: (row) => formatDateTime(new Date(row.addedAt), zone),
    },
  ];
  if (actions === undefined) return columns;
  const menu: Column<MemberRow> = {
    id: 'actions',
    head: '',
    label: 'Actions',
    width: '56px',
    align: 'right',
    cell: (row) => <Actions member={row} actions={actions} />,
  };
  return [...columns, menu];
}

export function MemberPhoneRow({ member, actions }: { member: MemberRow; actions: MemberActions | undefined }) {
  return (
    <div className="flex min-w-0 items-center gap-2">
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        <SubjectName subject={member.subject} />
        <span className="max-w-full truncate text-small text-ink3">{subjectAbout(member.subject)}</span>
        <span className="flex max-w-full min-w-0 items-center gap-2">
          <span className="text-small">{roleLabel(member.role)}</span>
          <ReachChip reach={member.reach} />
        </span>
        <SubjectState subject={member.subject} />
      </div>
      {actions && <Actions member={member} actions={actions} />}
    </div>
  );
}

function Actions({ member, actions }: { member: MemberRow; actions: MemberActions }) {
  const { subject } = member;
  return (
    <Menu
      align="end"
      trigger={<IconButton icon={MoreHorizontal} label={`Actions for ${subjectName(subject)}`} size="small" />}
    >
      <MenuItem icon={Pencil} onSelect={() => actions.change(member)}>
        Change role
      </MenuItem>
      {subject.kind === 'person' && subject.state === 'invited' && (
        <MenuItem icon={Link2} onSelect={() => actions.newLink(member)}>
          New link
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={UserMinus} destructive onSelect={() => actions.remove(member)}>
        Remove
      </MenuItem>
    </Menu>
  );
}
