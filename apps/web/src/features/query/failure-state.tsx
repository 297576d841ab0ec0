'use client';
import { CircleX, LogIn, PencilLine, RefreshCw, TimerReset } from 'lucide-react';
import { Button, ButtonLink } from '@/ui/button.tsx';
import { CopyButton } from '@/ui/copy-button.tsx';
import { Icon } from '@/ui/icon.tsx';
import { describeFailure } from './failure-words.ts';
import type { StoreError } from './store-error.ts';

type FailureStateProps = {
  error: StoreError;
  store: 'log store' | 'metric store';
  onRetry: () => void;
  onEdit: () => void;
  /** Sets the last hour, or the longest range that the store allows. */
  onShorten: (longestMs: number | undefined) => void;
};

/** Stands in the pane that failed: what happened, in the store's own words too, and what to do. */
export function FailureState({ error, store, onRetry, onEdit, onShorten }: FailureStateProps) {
  const { title, advice, actions } = describeFailure(error, store);
  const request = error.requestId === undefined ? '' : `\nRequest ${error.requestId}`;
  return (
    <div role="alert" className="flex flex-col gap-1 px-5 py-4 shadow-[inset_2px_0_0_var(--error)] phone:px-4">
      <p className="flex items-center gap-2 font-semibold">
        <Icon icon={CircleX} className="text-error" />
        {title}
      </p>
      <p className="max-w-[96ch] text-ink2">{advice}</p>
      <p className="mono mt-1 max-w-[96ch] wrap-anywhere whitespace-pre-wrap text-ink2">{error.message}</p>
      {error.requestId !== undefined && (
        <p className="text-small text-ink3">
          Request <span className="mono">{error.requestId}</span>
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-1.5">
        {actions.includes('retry') && (
          <Button size="small" icon={RefreshCw} onClick={onRetry}>
            Try again
          </Button>
        )}
        {actions.includes('shorten') && (
          <Button size="small" icon={TimerReset} onClick={() => onShorten(error.longestRangeMs)}>
            Shorten the range
          </Button>
        )}
        {actions.includes('edit') && (
          <Button size="small" icon={PencilLine} onClick={onEdit}>
            Edit the query
          </Button>
        )}
        {actions.includes('sign-in') && (
          <ButtonLink size="small" icon={LogIn} href="/sign-in">
            Sign in
          </ButtonLink>
        )}
        <CopyButton size="small" variant="ghost" text={`${title}\n${error.message}${request}`}>
          Copy
        </CopyButton>
      </div>
    </div>
  );
}
