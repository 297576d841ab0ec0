import { StatusBadge } from '@/ui/badge.tsx';
import type { Status } from '@/ui/status.ts';
import { StatusValue } from '@/ui/status-value.tsx';
import type { OperationSummary } from '../output.ts';

const LOOK: Record<OperationSummary['state'], { status: Status; word: string }> = {
  waiting: { status: 'waiting', word: 'Waiting' },
  running: { status: 'running', word: 'Running' },
  succeeded: { status: 'ok', word: 'Done' },
  failed: { status: 'error', word: 'Failed' },
  superseded: { status: 'off', word: 'Replaced' },
};

export function OperationStateBadge({ state }: { state: OperationSummary['state'] }) {
  return <StatusBadge status={LOOK[state].status} label={LOOK[state].word} />;
}

export function OperationStateValue({ state }: { state: OperationSummary['state'] }) {
  return <StatusValue status={LOOK[state].status}>{LOOK[state].word}</StatusValue>;
}
