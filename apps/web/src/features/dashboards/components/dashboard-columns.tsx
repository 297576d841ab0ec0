import { Star } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/ui/badge.tsx';
import { Icon } from '@/ui/icon.tsx';
import type { Column } from '@/ui/table/types.ts';
import type { DashboardRow } from '../output.ts';

const ORIGIN: Record<DashboardRow['origin'], string> = {
  oriel: 'Provided by Oriel',
  api: 'Added by the API',
  config_map: 'From a ConfigMap',
  grafana: 'Made in Grafana',
};

export function dashboardColumns(base: string): Column<DashboardRow>[] {
  return [
    {
      id: 'title',
      head: 'Dashboard',
      width: 'minmax(220px,2fr)',
      rowHeader: true,
      cell: (row) => <Title row={row} base={base} />,
    },
    {
      id: 'folder',
      head: 'Folder',
      width: 'minmax(140px,1fr)',
      cell: (row) => <span className="truncate">{row.folder}</span>,
    },
    {
      id: 'tags',
      head: 'Tags',
      width: 'minmax(160px,1.4fr)',
      cell: (row) => <Tags tags={row.tags} />,
    },
    {
      id: 'origin',
      head: 'Origin',
      width: '160px',
      cell: (row) => <span className="truncate text-ink2">{ORIGIN[row.origin]}</span>,
    },
  ];
}

export function DashboardPhoneRow({ row, base }: { row: DashboardRow; base: string }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Title row={row} base={base} />
      <span className="truncate text-small text-ink3">
        {row.folder} · {ORIGIN[row.origin]}
      </span>
      <Tags tags={row.tags} />
    </div>
  );
}

function Title({ row, base }: { row: DashboardRow; base: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Link href={`${base}/${row.uid}`} className="truncate font-semibold hover:underline">
        {row.title}
      </Link>
      {row.starred && (
        <>
          <Icon icon={Star} size={12} className="text-warn" />
          <span className="sr-only">Starred</span>
        </>
      )}
    </span>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <span className="flex min-w-0 gap-1 overflow-hidden">
      {tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </span>
  );
}
