'use client';
import { Button } from '@/ui/button.tsx';
import { EmptyState } from '@/ui/empty-state.tsx';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import type { EmptyCause } from '../hooks/use-empty-cause.ts';

type EmptyLinesProps = {
  cause: EmptyCause | undefined;
  selector: string | undefined;
  /** Whether the query has more than its selector, so that dropping it may help. */
  filtered: boolean;
  onDropFilters: () => void;
  onLastDay: () => void;
};

/** No line: no stream matches the selector in this range, no line of them matches the rest, or it is not known which. */
export function EmptyLines({ cause, selector, filtered, onDropFilters, onLastDay }: EmptyLinesProps) {
  if (cause === undefined) return <LoadingRows rows={3} awaiting="the log store" />;
  const lastDay = (
    <Button variant={cause === 'no-match' && filtered ? 'secondary' : 'primary'} onClick={onLastDay}>
      Look at the last 24 hours
    </Button>
  );
  if (cause === 'no-stream') {
    return (
      <EmptyState
        title="No stream in this range"
        why={`Nothing that ${selector ?? 'the selector'} selects sent a line in this range. The names may be misspelt, or the pods ran at another time.`}
        action={lastDay}
      />
    );
  }
  return (
    <EmptyState
      title="No line matches"
      why={
        cause === 'no-match'
          ? 'The selector has streams in this range, but none of their lines passes the filters behind it.'
          : 'Whether the selector has streams in this range could not be read. Its names may be misspelt, or the filters behind it leave nothing.'
      }
      action={
        <>
          {filtered && (
            <Button variant="primary" onClick={onDropFilters}>
              Keep only the selector
            </Button>
          )}
          {lastDay}
        </>
      }
    />
  );
}
