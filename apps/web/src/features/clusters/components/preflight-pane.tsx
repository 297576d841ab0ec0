import { ErrorState } from '@/ui/error-state.tsx';
import type { Failure } from '@/ui/failure.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import type { PreflightResult } from '../output.ts';
import { PreflightChecks } from './preflight-checks.tsx';

type PreflightPaneProps = { result: PreflightResult | undefined; failure: Failure | undefined; pending: boolean };

export function PreflightPane({ result, failure, pending }: PreflightPaneProps) {
  if (pending) return <LoadingRows rows={5} awaiting="the cluster's API server" />;
  if (failure) return <ErrorState title="The preflight could not run" message={failure.message} />;
  if (result === undefined) {
    return (
      <p className="max-w-[60ch] text-ink2">
        Before anything is stored Oriel looks the server up, opens a connection, checks its certificate, signs in, reads
        the version and asks whether the account may do what the agents need. Each failed check says how to put it
        right.
      </p>
    );
  }
  return (
    <>
      <PreflightChecks checks={result.checks} />
      {result.ok && (
        <p className="text-small text-ink3">
          Kubernetes {result.version?.replace(/^v/, '')},{' '}
          {result.nodeCount === 1 ? '1 node' : `${result.nodeCount} nodes`} at {result.apiServer}
        </p>
      )}
    </>
  );
}
