'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useTRPC } from '@/trpc.tsx';

/** An operation kept live: the subscription pushes each change; a slow poll stands behind it. */
export function useOperation(operationId: string | undefined) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const input = { operationId: operationId ?? '0' };
  const options = trpc.operations.get.queryOptions(input, {
    enabled: operationId !== undefined,
    refetchInterval: 10_000,
  });
  const query = useQuery(options);
  useSubscription(
    trpc.operations.watch.subscriptionOptions(input, {
      enabled: operationId !== undefined,
      onData: (event) => queries.setQueryData(options.queryKey, event.data),
    }),
  );
  return query;
}
