import { KeyRound } from 'lucide-react';
import { formatMoment } from '@/ui/format/time.ts';
import { Icon } from '@/ui/icon.tsx';
import type { Column } from '@/ui/table/types.ts';
import { summarizeEntry } from '../entry-diff.ts';
import type { AuditEntryView } from '../output.ts';
import { credentialWords, targetWords } from '../words.ts';

type Choose = (id: string) => void;
type ColumnOptions = { zone: string; now: number; withProject: boolean; choose: Choose };

export function auditColumns({ zone, now, withProject, choose }: ColumnOptions): Column<AuditEntryView>[] {
  const project: Column<AuditEntryView> = {
    id: 'project',
    head: 'Project',
    width: 'minmax(90px,0.7fr)',
    cell: (row) => <span className="block truncate text-ink2">{row.project ?? '–'}</span>,
  };
  return [
    {
      id: 'at',
      head: 'When',
      width: '142px',
      numeric: true,
      cell: (row) => formatMoment(new Date(row.at), zone, now),
    },
    {
      id: 'action',
      head: 'Action',
      width: 'minmax(150px,0.9fr)',
      rowHeader: true,
      cell: (row) => <Open row={row} choose={choose} />,
    },
    {
      id: 'actor',
      head: 'Who',
      width: 'minmax(160px,1.2fr)',
      cell: (row) => <Actor row={row} />,
    },
    {
      id: 'target',
      head: 'Target',
      width: 'minmax(120px,0.9fr)',
      cell: (row) => <span className="block truncate">{targetWords(row)}</span>,
    },
    {
      id: 'change',
      head: 'Change',
      width: 'minmax(180px,1.8fr)',
      cell: (row) => <span className="mono block truncate text-ink2">{summarizeEntry(row.before, row.after)}</span>,
    },
    ...(withProject ? [project] : []),
    {
      id: 'address',
      head: 'From',
      width: 'minmax(110px,0.7fr)',
      cell: (row) => <span className="mono block truncate text-ink2">{row.address ?? '–'}</span>,
    },
  ];
}

type PhoneProps = { row: AuditEntryView; zone: string; now: number; choose: Choose };

export function AuditPhoneRow({ row, zone, now, choose }: PhoneProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="flex min-w-0 items-center justify-between gap-2">
        <Open row={row} choose={choose} />
        <span className="tnum shrink-0 text-small text-ink3">{formatMoment(new Date(row.at), zone, now)}</span>
      </span>
      <span className="line-clamp-2 text-small text-ink2 wrap-anywhere">
        {[targetWords(row), summarizeEntry(row.before, row.after)].filter(Boolean).join(' · ')}
      </span>
      <span className="line-clamp-2 text-small text-ink3 wrap-anywhere">
        {[row.actor, row.credential?.kind === 'token' && credentialWords(row.credential), row.address]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

function Open({ row, choose }: { row: AuditEntryView; choose: Choose }) {
  return (
    <button
      type="button"
      onClick={() => choose(row.id)}
      className="min-h-6 max-w-full text-left font-semibold wrap-anywhere hover:underline phone:min-h-9"
    >
      <span className="sr-only">Open entry {row.id}, </span>
      {row.action}
    </button>
  );
}

/** Who it was; a token shows its name, since its owner need not have been there. */
function Actor({ row }: { row: AuditEntryView }) {
  const token = row.credential?.kind === 'token';
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="truncate">{row.actor}</span>
      {token && (
        <span className="flex min-w-0 items-center gap-1 text-small text-ink3">
          <Icon icon={KeyRound} size={12} />
          <span className="truncate">{credentialWords(row.credential)}</span>
        </span>
      )}
    </span>
  );
}
