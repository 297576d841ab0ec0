import { ButtonLink } from '@/ui/button.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import type { Signal, Source, TelemetryProject } from './telemetry-project.ts';

type SourceStateProps = {
  project: TelemetryProject;
  source: Exclude<Source, { state: 'on' }>;
  signal: Signal;
};

const THING: Record<Signal, string> = { logging: 'lines', monitoring: 'metrics' };

/** Nothing can be here yet, because nothing sends: where to change that. */
export function SourceState({ project, source, signal }: SourceStateProps) {
  if (source.state === 'no-cluster') {
    return (
      <EmptyState
        title={`${project.name} has no cluster yet`}
        why={`Register one and switch ${signal} on: its ${THING[signal]} are here within a minute.`}
        action={
          project.canManageClusters && (
            <ButtonLink variant="primary" href={`/clusters/new?project=${encodeURIComponent(project.slug)}`}>
              Add a cluster
            </ButtonLink>
          )
        }
      />
    );
  }
  const [first] = source.clusters;
  const names = source.clusters.length === 1 && first ? first.name : `all ${source.clusters.length} clusters`;
  return (
    <EmptyState
      title={`${signal === 'logging' ? 'Logging' : 'Monitoring'} is off for ${names}`}
      why={`No ${THING[signal]} of this range are stored. ${project.canManageClusters ? 'Switch it on' : 'Ask an owner or editor to switch it on'} on the cluster's page; what was sent before stays readable until its retention ends.`}
      action={
        first && (
          <ButtonLink variant="primary" href={`/clusters/${first.id}`}>
            Go to {first.name}
          </ButtonLink>
        )
      }
    />
  );
}
