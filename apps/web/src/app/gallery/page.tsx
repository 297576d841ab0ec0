'use client';
import {
  ArrowUp,
  Boxes,
  CircleCheck,
  ClockAlert,
  Columns3,
  ListFilter,
  LoaderCircle,
  OctagonAlert,
  Plus,
  Unplug,
} from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Shell } from '@/features/shell/shell.tsx';
import { Button } from '@/ui/button.tsx';
import { CopyAsCurl } from '@/ui/copy-as-curl.tsx';
import { CountsStrip } from '@/ui/counts-strip.tsx';
import { DataTable } from '@/ui/data-table.tsx';
import { Icon } from '@/ui/icon.tsx';
import { IconButton } from '@/ui/icon-button.tsx';
import { SearchInput } from '@/ui/input.tsx';
import { Note } from '@/ui/note.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Select } from '@/ui/select.tsx';
import { Sparkline } from '@/ui/sparkline.tsx';
import { StaleValue } from '@/ui/stale-value.tsx';
import { StatusValue } from '@/ui/status-value.tsx';
import { type Row, rows, wave } from './data.ts';

const spark = (r: Row) => (
  <Sparkline
    label={`Log ingest, last hour, now ${r.rate}`}
    state={r.state === 'dead' ? 'silent' : r.state === 'late' ? 'late' : 'normal'}
    values={r.state === 'dead' ? [...wave(3, 18), ...Array(12).fill(null)] : wave(r.name.length + r.rate.length)}
  />
);
const reach = (r: Row) => <StatusValue status={r.state === 'dead' ? 'unreachable' : 'ok'}>{r.ms}</StatusValue>;
const met = (r: Row) =>
  r.state === 'dead' ? (
    <StaleValue icon>{r.m}</StaleValue>
  ) : (
    <StatusValue status={r.state === 'mlate' ? 'late' : 'ok'}>{r.m}</StatusValue>
  );
const log = (r: Row) =>
  r.state === 'dead' ? (
    <StaleValue icon>{r.l}</StaleValue>
  ) : (
    <StatusValue status={r.state === 'late' ? 'late' : 'ok'}>{r.l}</StatusValue>
  );
const fire = (r: Row) => (
  <span className="flex gap-1.5 tnum">
    {r.crit > 0 && <StatusValue status="critical">{r.crit}</StatusValue>}
    {r.warn > 0 ? (
      <StatusValue status="warn">{r.warn}</StatusValue>
    ) : (
      r.crit === 0 && <span className="text-ink2">0</span>
    )}
  </span>
);

export function demoActions() {
  const search = async (q: string) =>
    ['payments', 'search', 'media', 'edge-retail']
      .filter((x) => x.includes(q))
      .map((x) => ({ id: x, label: x, hint: '38 clusters' }));
  return {
    searchProjects: search,
    searchClusters: async (q: string) =>
      rows
        .slice(0, 50)
        .map((r) => ({ id: r.name, label: r.name, hint: r.project }))
        .filter((x) => x.label.includes(q)),
    refresh() {},
    signOut() {},
  };
}
const actions = demoActions();

export default function Page() {
  const [count, setCount] = useState<string>('all');
  const [seed, setSeed] = useState<string>('any');
  const [sel, setSel] = useState<ReadonlySet<string>>(new Set());
  return (
    <Shell
      user={{ name: 'Ad Min', email: 'admin@acme.test' }}
      isAdmin
      projects={[{ slug: 'payments', name: 'payments' }]}
      counts={{ fleet: { text: '1,284' }, seeds: { text: '1 partial', tone: 'warn' }, operations: { text: '2' } }}
      sill={{
        version: '0.9.2',
        facts: [
          { status: 'warn', text: 'Seeds: 4 of 5 whole, fra-2 partial', href: '/seeds' },
          { status: 'ok', text: '132 rules evaluated 12 s ago' },
          { status: 'running', text: 'Agent 1.13.0: wave 3 of 4, 1,188 of 1,284' },
        ],
      }}
      actions={actions}
    >
      <PageHeader
        title="Fleet"
        about="Every registered cluster, on 5 seeds"
        actions={
          <>
            <CopyAsCurl request={{ method: 'GET', path: '/api/v1/clusters' }} />
            <Button variant="primary" icon={Plus}>
              Add cluster
            </Button>
          </>
        }
      />
      <Note
        title="Seed fra-2 is partially down"
        action={<Button size="small">Open seed fra-2</Button>}
        onDismiss={() => {}}
      >
        1 of 3 log ingesters ready. Logs of 212 clusters are up to 6 min 40 s late, metrics on time. Nothing is lost
        until ≈ 18:10.
      </Note>
      <CountsStrip
        label="Filter by state"
        value={count}
        onChange={setCount}
        cells={[
          { id: 'all', label: 'All clusters', count: 1284, icon: Boxes },
          { id: 'h', label: 'Healthy', count: 1069, icon: CircleCheck, calm: true },
          { id: 'u', label: 'Unreachable', count: 1, icon: Unplug, tone: 'error' },
          { id: 'm', label: 'Metrics stale', count: 3, icon: ClockAlert, tone: 'warn' },
          { id: 'l', label: 'Logs stale', count: 213, icon: ClockAlert, tone: 'warn' },
          { id: 'f', label: 'Alerts firing', count: 42, icon: OctagonAlert, tone: 'critical' },
          { id: 'b', label: 'Agent behind', count: 96, icon: ArrowUp, tone: 'warn' },
          { id: 'c', label: 'Changing', count: 4, icon: LoaderCircle, tone: 'accent', turning: true, calm: true },
        ]}
      />
      <div className="flex shrink-0 items-center gap-2 py-2.5 pr-3 pl-5 phone:px-4 phone:py-2">
        <SearchInput
          label="Filter clusters"
          placeholder="Name, label or project"
          shortcut="/"
          className="w-[260px] phone:flex-1"
        />
        <span className="contents phone:hidden">
          <Select
            look="filter"
            label="Seed"
            value={seed}
            onChange={setSeed}
            options={[
              { value: 'any', label: 'any' },
              { value: 'fra-2', label: 'fra-2' },
            ]}
          />
          <Button icon={Plus}>Label</Button>
          <span className="flex-1" />
          <span className="tnum text-small text-ink3">1–15 of 1,284, 4 s ago</span>
          <Button variant="ghost" icon={ListFilter}>
            Attention first
          </Button>
          <IconButton icon={Columns3} label="Columns" />
        </span>
      </div>
      <DataTable<Row>
        label="Clusters"
        rows={rows}
        paging={{ total: 1284, hasMore: false, loading: false, loadMore() {} }}
        selection={{ selected: sel, onChange: setSel, label: (k) => `Select ${k}` }}
        sorting={{ sort: { by: 'name', descending: false }, onSort() {} }}
        row={{
          key: (r) => r.name,
          href: (r) => `/clusters/${r.name}`,
          tone: (r) => (r.state === 'dead' ? 'error' : undefined),
          below: (r) =>
            r.state === 'dead' ? (
              <>
                <StaleValue icon>{''}</StaleValue>
                <span>
                  No call from the agent since 14:08:51. Usual interval 10 s. Everything in this row is last-known.
                </span>
                <Button size="small" className="ml-2">
                  Diagnose
                </Button>
              </>
            ) : null,
          phone: (r) => (
            <div className="text-[13px]">
              <div className="flex justify-between">
                <Link href={`/clusters/${r.name}`} className="text-body font-semibold">
                  {r.name}
                </Link>
                {fire(r)}
              </div>
              <div className="flex items-center justify-between text-small text-ink2">
                <span>{r.project}</span>
                <span className="flex items-center gap-2">
                  {spark(r)}
                  {r.rate}
                </span>
              </div>
              <div className="grid grid-cols-3 pt-2 text-small">
                <div>
                  <p className="text-caption text-ink3">Reachable</p>
                  {reach(r)}
                </div>
                <div>
                  <p className="text-caption text-ink3">Metrics</p>
                  {met(r)}
                </div>
                <div>
                  <p className="text-caption text-ink3">Logs</p>
                  {log(r)}
                </div>
              </div>
            </div>
          ),
        }}
        columns={[
          {
            id: 'name',
            head: 'Cluster',
            width: 'minmax(170px,1.5fr)',
            rowHeader: true,
            cell: (r) => (
              <Link className="block truncate" href={`/clusters/${r.name}`}>
                {r.name}
              </Link>
            ),
          },
          {
            id: 'project',
            head: 'Project',
            width: 'minmax(92px,.8fr)',
            cell: (r) => <span className="text-ink2">{r.project}</span>,
          },
          {
            id: 'seed',
            head: 'Seed',
            width: '72px',
            cell: (r) => <span className={r.seed === 'fra-2' ? 'text-warn' : 'text-ink2'}>{r.seed}</span>,
          },
          { id: 'reach', head: 'Reachable', width: '132px', numeric: true, cell: reach },
          { id: 'met', head: 'Metrics fresh', width: '118px', numeric: true, cell: met },
          { id: 'log', head: 'Logs fresh', width: '126px', numeric: true, cell: log },
          {
            id: 'agent',
            head: 'Agent',
            width: '128px',
            numeric: true,
            cell: (r) => (
              <span className="flex gap-1.5">
                {r.state === 'dead' ? <span className="stale-ink">{r.agent}</span> : r.agent}
                {r.behind && (
                  <span className="flex items-center gap-1 text-caption font-medium text-warn">
                    <Icon icon={ArrowUp} size={12} />
                    behind
                  </span>
                )}
              </span>
            ),
          },
          { id: 'fire', head: 'Firing', width: '88px', numeric: true, cell: fire },
          {
            id: 'ingest',
            head: 'Log ingest, 1 h',
            width: '196px',
            numeric: true,
            cell: (r) => (
              <span className="flex items-center justify-between gap-2.5">
                {spark(r)}
                <span className={r.state === 'dead' ? 'stale-ink' : 'text-ink2'}>{r.rate}</span>
              </span>
            ),
          },
        ]}
      />
    </Shell>
  );
}
