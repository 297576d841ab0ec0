'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc.tsx';
import { ErrorState } from '@/ui/error-state.tsx';
import { failureOf } from '@/ui/failure.ts';
import { LoadingRows } from '@/ui/loading-rows.tsx';
import type { AuditEntryView } from '../output.ts';
import { EntrySheet } from './entry-sheet.tsx';

type ChosenEntryProps = {
  /** As the URL has it. */
  id: string | null;
  rows: readonly AuditEntryView[];
  project: string | undefined;
  onClose: () => void;
};

/** The entry of the URL: of the list where it is there, else fetched, so that a link to it holds. */
export function ChosenEntry({ id, rows, project, onClose }: ChosenEntryProps) {
  const trpc = useTRPC();
  const listed = rows.find((row) => row.id === id);
  const page = { cursor: id !== null && /^\d{1,17}$/.test(id) ? String(BigInt(id) + 1n) : '0', limit: 1 };
  const missing = id !== null && listed === undefined;
  const ofProject = useQuery(
    trpc.audit.list.queryOptions({ project: project ?? '', ...page }, { enabled: missing && project !== undefined }),
  );
  const ofAll = useQuery(trpc.audit.listAll.queryOptions(page, { enabled: missing && project === undefined }));
  const query = project === undefined ? ofAll : ofProject;
  const failure = failureOf(query.error);
  const [fetched] = query.data?.items ?? [];
  const entry = listed ?? (fetched?.id === id ? fetched : undefined);
  return (
    <EntrySheet
      entry={entry}
      missing={
        failure ? (
          <ErrorState
            title="The entry could not be loaded"
            {...failure}
            onRetry={() => query.refetch()}
            retrying={query.isFetching}
          />
        ) : query.isLoading ? (
          <LoadingRows rows={4} awaiting="the entry" />
        ) : (
          <p className="px-4 py-3 text-ink3">There is no such entry here.</p>
        )
      }
      open={id !== null}
      onClose={onClose}
    />
  );
}
