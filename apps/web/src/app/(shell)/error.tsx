'use client';
import { ErrorState } from '@/ui/error-state.tsx';
import { PageHeader } from '@/ui/page-header.tsx';

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <PageHeader title="This page failed" />
      <ErrorState
        title="The page could not be shown"
        message="Something went wrong while it was put together. Try again; if it stays, give the request id to an administrator."
        {...(error.digest === undefined ? {} : { requestId: error.digest })}
        onRetry={reset}
      />
    </>
  );
}
