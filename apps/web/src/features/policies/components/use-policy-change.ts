'use client';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '@/trpc.tsx';
import { failureOf } from '@/ui/failure.ts';
import { toastError } from '@/ui/toast.ts';
import type { ChangedClusters } from '../output.ts';
import type { PlaceRef, PolicyWish } from '../place.ts';

type Client = ReturnType<typeof useTRPCClient>;

/** Changes what a place says; every page that shows settings reads anew afterwards. */
export function usePolicyChange(place: PlaceRef) {
  const applyWishes = useApplyWishes(place);
  return useMutation({ mutationFn: applyWishes });
}

/** The same as a function that works on after its page has gone: for an undo. */
export function useApplyWishes(place: PlaceRef): (wishes: readonly PolicyWish[]) => Promise<ChangedClusters[]> {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  return async (wishes) => {
    try {
      return await applyAll(client, place, wishes);
    } finally {
      void queries.invalidateQueries(trpc.policies.pathFilter());
      void queries.invalidateQueries(trpc.clusters.pathFilter());
    }
  };
}

/** Takes a change back, and says so where it cannot. */
export function useUndo(place: PlaceRef): (wishes: readonly PolicyWish[]) => () => void {
  const applyWishes = useApplyWishes(place);
  return (wishes) => () =>
    void applyWishes(wishes).catch((error) => toastError(failureOf(error)?.message ?? 'It could not be undone.'));
}

/** What the wish would change, as the server finds it by trying. Not asked while `wish` is undefined. */
export function usePolicyPreview(place: PlaceRef, wish: PolicyWish | undefined) {
  const client = useTRPCClient();
  return useQuery({
    queryKey: ['policy preview', place, wish],
    queryFn: () => apply(client, place, { wish: wish as PolicyWish, dryRun: true }),
    enabled: wish !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
}

async function applyAll(client: Client, place: PlaceRef, wishes: readonly PolicyWish[]): Promise<ChangedClusters[]> {
  const changes: ChangedClusters[] = [];
  for (const wish of wishes) changes.push(await apply(client, place, { wish, dryRun: false }));
  return changes;
}

function apply(
  { policies }: Client,
  place: PlaceRef,
  { wish, dryRun }: { wish: PolicyWish; dryRun: boolean },
): Promise<ChangedClusters> {
  const { setting } = wish;
  switch (place.level) {
    case 'platform':
      return wish.mode === 'none'
        ? policies.removeForPlatform.mutate({ setting, dryRun })
        : policies.setForPlatform.mutate({ ...wish, dryRun });
    case 'seed': {
      const { seedId } = place;
      return wish.mode === 'none'
        ? policies.removeForSeed.mutate({ seedId, setting, dryRun })
        : policies.setForSeed.mutate({ seedId, ...wish, dryRun });
    }
    case 'project': {
      const { project } = place;
      return wish.mode === 'none'
        ? policies.removeForProject.mutate({ project, setting, dryRun })
        : policies.setForProject.mutate({ project, ...wish, dryRun });
    }
    case 'cluster': {
      const { clusterId } = place;
      return wish.mode === 'none'
        ? policies.removeForCluster.mutate({ clusterId, setting, dryRun })
        : policies.setForCluster.mutate({ clusterId, ...wish, dryRun });
    }
  }
}
