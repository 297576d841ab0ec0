'use client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/trpc.tsx';

// The same page over two routers: a project's service accounts and the platform's. Each hook gives the page its data
// and its calls; which one stands behind the page never changes.

const pages = { getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor };

export function useProjectAccounts(project: string) {
  const trpc = useTRPC();
  const { serviceAccounts: of } = trpc;
  const settled = useSettled(of.pathFilter(), trpc.members.pathFilter());
  const create = useMutation(of.create.mutationOptions(settled));
  const setEnabled = useMutation(of.setEnabled.mutationOptions(settled));
  const remove = useMutation(of.delete.mutationOptions(settled));
  return {
    list: useInfiniteQuery(of.list.infiniteQueryOptions({ project, limit: 100 }, pages)),
    create: (input: { name: string }) => create.mutateAsync({ project, ...input }),
    setEnabled: (serviceAccountId: string, enabled: boolean) =>
      setEnabled.mutateAsync({ project, serviceAccountId, enabled }),
    remove: (serviceAccountId: string) => remove.mutateAsync({ project, serviceAccountId }),
  };
}

export function usePlatformAccounts() {
  const trpc = useTRPC();
  const { platformServiceAccounts: of } = trpc;
  const settled = useSettled(of.pathFilter(), trpc.users.pathFilter());
  const create = useMutation(of.create.mutationOptions(settled));
  const setEnabled = useMutation(of.setEnabled.mutationOptions(settled));
  const remove = useMutation(of.delete.mutationOptions(settled));
  return {
    list: useInfiniteQuery(of.list.infiniteQueryOptions({ limit: 100 }, pages)),
    create: (input: { name: string; administrator?: boolean }) => create.mutateAsync(input),
    setEnabled: (serviceAccountId: string, enabled: boolean) => setEnabled.mutateAsync({ serviceAccountId, enabled }),
    remove: (serviceAccountId: string) => remove.mutateAsync({ serviceAccountId }),
  };
}

export type Accounts = ReturnType<typeof useProjectAccounts> | ReturnType<typeof usePlatformAccounts>;

type Filter = Parameters<ReturnType<typeof useQueryClient>['invalidateQueries']>[0];

function useSettled(...filters: readonly Filter[]) {
  const queries = useQueryClient();
  return { onSettled: () => Promise.all(filters.map((filter) => queries.invalidateQueries(filter))) };
}
