'use client';
import { Fragment } from 'react';
import { ButtonLink } from '@/ui/button.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { formatDuration } from '@/ui/format/duration.ts';
import { formatDateTime } from '@/ui/format/time.ts';
import { KeyValue } from '@/ui/key-value.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Pane, PaneGrid } from '@/ui/pane.tsx';
import { useZone } from '@/ui/time/zone.tsx';
import { useNow } from '@/ui/use-now.ts';
import type { OperationDetail } from '../output.ts';
import { OperationStateBadge } from './operation-state.tsx';
import { OperationSteps } from './operation-steps.tsx';
import { useOperation } from './use-operation.ts';

/** How far is this change, and if it stopped, where and why? */
export function OperationPage({ operationId }: { operationId: string }) {
  const query = useOperation(operationId);
  const failure = failureOf(query.error);
  const operation = query.data;
  if (operation === undefined) {
    return (
      <>
        <PageHeader title={`Operation ${operationId}`} crumbs={[{ label: 'Operations', href: '/operations' }]} />
        {failure ? (
          <ErrorState
            title="The operation could not be loaded"
            {...failure}
            onRetry={() => query.refetch()}
            retrying={query.isFetching}
          />
        ) : (
          <LoadingRows awaiting={`operation ${operationId}`} />
        )}
      </>
    );
  }
  return <OperationView operation={operation} />;
}

function OperationView({ operation }: { operation: OperationDetail }) {
  const [newest, ...earlier] = operation.runs;
  return (
    <>
      <PageHeader
        title={`${operation.title}: ${operation.clusterName}`}
        crumbs={[{ label: 'Operations', href: '/operations' }, { label: operation.id }]}
        badges={<OperationStateBadge state={operation.state} />}
        actions={
          operation.clusterId !== null && (
            <ButtonLink href={`/clusters/${operation.clusterId}`}>Open cluster</ButtonLink>
          )
        }
      />
      <div className="border-t border-line2" />
      <PaneGrid columns={2}>
        <Pane title={operation.attempts > 1 ? `Attempt ${newest?.number}` : 'Steps'}>
          {newest && <OperationSteps operation={operation} run={newest} canRetry />}
        </Pane>
        <Pane title="Facts">
          <Facts operation={operation} />
        </Pane>
      </PaneGrid>
      {newest && <StepLogs run={newest} />}
      {earlier.map((run) => (
        <Pane key={run.number} title={`Attempt ${run.number}`} className="border-b border-line1">
          <OperationSteps operation={operation} run={run} canRetry={false} />
        </Pane>
      ))}
    </>
  );
}

function Facts({ operation }: { operation: OperationDetail }) {
  const { zone } = useZone();
  const now = useNow();
  const end = operation.finishedAt === null ? now : Date.parse(operation.finishedAt);
  return (
    <KeyValue
      facts={[
        { label: 'Project', value: operation.project.name },
        { label: 'Asked for by', value: operation.requestedBy ?? 'somebody who has left' },
        { label: 'Started', value: formatDateTime(new Date(operation.createdAt), zone) },
        {
          label: operation.finishedAt === null ? 'Running for' : 'Took',
          value: formatDuration(Math.max(0, end - Date.parse(operation.createdAt))),
        },
        { label: 'Attempts', value: String(operation.attempts) },
      ]}
    />
  );
}

function StepLogs({ run }: { run: OperationDetail['runs'][number] }) {
  const written = run.steps.filter((step) => step.log.trim() !== '');
  if (written.length === 0) return null;
  return (
    <Pane title="Log" className="border-b border-line1">
      <section
        aria-label="Log of each step"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="mono max-h-[420px] overflow-auto scroll-thin rounded-control bg-sunken px-3 py-2 leading-[18px]"
      >
        {written.map((step) => (
          <Fragment key={step.position}>
            <p className="text-ink3">{step.title}</p>
            <pre className="pb-2 whitespace-pre-wrap wrap-anywhere">{step.log.trimEnd()}</pre>
          </Fragment>
        ))}
      </section>
    </Pane>
  );
}
