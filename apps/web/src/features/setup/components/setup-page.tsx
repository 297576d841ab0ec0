'use client';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useTRPC } from '@/trpc.tsx';
import { ButtonLink } from '@/ui/button.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatDuration } from '@/ui/format/duration.ts';
import { formatClockMs } from '@/ui/format/time.ts';
import { Icon } from '@/ui/icon.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pane, PaneGrid } from '@/ui/pane.tsx';
import { STATUS, TONE_TEXT } from '@/ui/status.ts';
import { Steps } from '@/ui/steps.tsx';
import { useZone } from '@/ui/time/zone.tsx';
import type { ProgressStep, SetupStatus } from '../output.ts';

type Item = SetupStatus['items'][number];

const TITLES: Record<Item['key'], string> = {
  seed: 'The seed answers',
  cluster: 'A cluster is registered',
  monitoring: 'Monitoring is on',
  logging: 'Logging is on',
  first_line: 'The first line was received',
  member: 'Somebody else is invited',
};

/** How far is this installation, and what is next? It looks for itself every two seconds. */
export function SetupPage() {
  const trpc = useTRPC();
  const query = useQuery(trpc.setup.status.queryOptions(undefined, { refetchInterval: 2_000 }));
  const failure = failureOf(query.error);
  const status = query.data;
  const done = status?.items.filter((item) => item.done).length ?? 0;
  return (
    <>
      <PageHeader
        title="Set up"
        about={status && (status.finished ? 'Everything works' : `${done} of ${status.items.length} done`)}
      />
      <div className="border-t border-line2" />
      {status === undefined ? (
        failure ? (
          <ErrorState
            title="The set-up could not be read"
            {...failure}
            onRetry={() => query.refetch()}
            retrying={query.isFetching}
          />
        ) : (
          <LoadingRows awaiting="the checklist" />
        )
      ) : (
        <PaneGrid columns={status.progress.length > 0 ? 2 : 1}>
          <Pane title="Checklist" aside="checked every 2 s">
            <Checklist status={status} />
          </Pane>
          {status.progress.length > 0 && (
            <Pane title="Parts" aside="built once, then kept">
              <Steps steps={status.progress.map(toStep)} />
            </Pane>
          )}
        </PaneGrid>
      )}
    </>
  );
}

function Checklist({ status }: { status: SetupStatus }) {
  const next = status.items.find((item) => !item.done)?.key;
  return (
    <ol className="flex flex-col">
      {status.items.map((item) => {
        const { icon, tone } = STATUS[item.done ? 'ok' : 'waiting'];
        return (
          <li
            key={item.key}
            className="grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-2.5 border-b border-line1 py-2.5 last:border-b-0"
          >
            <Icon icon={icon} className={clsx('mt-0.5', TONE_TEXT[tone])} />
            <div className="min-w-0">
              <p className={clsx('font-semibold', !item.done && item.key !== next && 'text-ink3')}>
                {TITLES[item.key]}
                <span className="sr-only">{item.done ? ': done' : ': to do'}</span>
              </p>
              <p className="text-ink2 wrap-anywhere">{item.message}</p>
              {item.key === 'first_line' && status.firstLine && <FirstLine line={status.firstLine} />}
            </div>
            {!item.done && <Action item={item} status={status} primary={item.key === next} />}
          </li>
        );
      })}
    </ol>
  );
}

function FirstLine({ line }: { line: NonNullable<SetupStatus['firstLine']> }) {
  const { zone } = useZone();
  return (
    <pre className="mono mt-1 overflow-x-auto scroll-thin rounded-control bg-sunken px-3 py-2 leading-[18px] whitespace-pre-wrap wrap-anywhere">
      <span className="text-ink3">
        {formatClockMs(new Date(line.at), zone)} {line.cluster} {line.namespace}/{line.pod}
      </span>{' '}
      {line.text}
    </pre>
  );
}

function Action({ item, status, primary }: { item: Item; status: SetupStatus; primary: boolean }) {
  const target = actionOf(item.key, status);
  if (target === null) return null;
  return (
    <ButtonLink size="small" variant={primary ? 'primary' : 'secondary'} href={target.href}>
      {target.label}
    </ButtonLink>
  );
}

function actionOf(key: Item['key'], status: SetupStatus): { href: string; label: string } | null {
  switch (key) {
    case 'seed':
      return { href: '/seeds', label: 'Open seeds' };
    case 'cluster':
      return { href: '/clusters/new', label: 'Add cluster' };
    case 'monitoring':
    case 'logging':
    case 'first_line':
      return status.clusterId === null ? null : { href: `/clusters/${status.clusterId}`, label: 'Open cluster' };
    case 'member':
      return {
        href: status.projectSlug === null ? '/projects' : `/p/${status.projectSlug}/members`,
        label: 'Add member',
      };
  }
}

function toStep(step: ProgressStep) {
  const duration = step.seconds === null ? {} : { duration: formatDuration(step.seconds * 1000) };
  return {
    id: step.name,
    title: step.name,
    state: step.state,
    ...duration,
    ...(step.state === 'running' && step.message ? { log: step.message } : {}),
    ...(step.state === 'failed' ? { message: step.message } : {}),
  };
}
