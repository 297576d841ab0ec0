'use client';
import { CircleX, RefreshCw } from 'lucide-react';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { Icon } from './icon.tsx';

type ErrorStateProps = {
  /** What failed: "The cluster list could not be loaded". */
  title: string;
  /** The server's message for people. */
  message: string;
  requestId?: string;
  onRetry?: () => void;
  retrying?: boolean;
};

/** Stands in the pane that failed; the rest of the page stays. */
export function ErrorState({ title, message, requestId, onRetry, retrying = false }: ErrorStateProps) {
  const copied = [title, message, requestId && `Request ${requestId}`].filter(Boolean).join('\n');
  return (
    <div role="alert" className="flex flex-col gap-1 px-5 py-4 shadow-[inset_2px_0_0_var(--error)] phone:px-4">
      <p className="flex items-center gap-2 font-semibold">
        <Icon icon={CircleX} className="text-error" />
        {title}
      </p>
      <p className="text-ink2 wrap-anywhere">{message}</p>
      {requestId !== undefined && (
        <p className="text-small text-ink3">
          Request <span className="mono">{requestId}</span>
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-1.5">
        {onRetry && (
          <Button size="small" icon={RefreshCw} onClick={onRetry} pending={retrying}>
            Retry
          </Button>
        )}
        <CopyButton size="small" variant="ghost" text={copied}>
          Copy
        </CopyButton>
      </div>
    </div>
  );
}
