'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/trpc.tsx';
import type { NewTokenInput } from '../../tokens/input.ts';

type Rotation = { tokenId: string; overlapDays: number };

export function useProjectTokens(project: string, serviceAccountId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { serviceAccounts: of } = trpc;
  const settled = { onSettled: () => queries.invalidateQueries(of.pathFilter()) };
  const create = useMutation(of.createToken.mutationOptions(settled));
  const rotate = useMutation(of.rotateToken.mutationOptions(settled));
  const revoke = useMutation(of.revokeToken.mutationOptions(settled));
  const account = { project, serviceAccountId };
  return {
    list: useQuery(of.tokens.queryOptions(account)),
    create: (input: NewTokenInput) => create.mutateAsync({ ...input, ...account }),
    rotate: (rotation: Rotation) => rotate.mutateAsync({ ...rotation, ...account }),
    revoke: (tokenId: string) => revoke.mutateAsync({ tokenId, ...account }),
  };
}

export function usePlatformTokens(serviceAccountId: string) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { platformServiceAccounts: of } = trpc;
  const settled = { onSettled: () => queries.invalidateQueries(of.pathFilter()) };
  const create = useMutation(of.createToken.mutationOptions(settled));
  const rotate = useMutation(of.rotateToken.mutationOptions(settled));
  const revoke = useMutation(of.revokeToken.mutationOptions(settled));
  return {
    list: useQuery(of.tokens.queryOptions({ serviceAccountId })),
    create: (input: NewTokenInput) => create.mutateAsync({ ...input, serviceAccountId }),
    rotate: (rotation: Rotation) => rotate.mutateAsync({ ...rotation, serviceAccountId }),
    revoke: (tokenId: string) => revoke.mutateAsync({ tokenId, serviceAccountId }),
  };
}

export type AccountTokens = ReturnType<typeof useProjectTokens> | ReturnType<typeof usePlatformTokens>;
