'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type ReactNode, useMemo } from 'react';
import { Shell } from '@/features/shell/shell.tsx';
import type { ShellActions, ShellProject, ShellUser } from '@/features/shell/types.ts';
import { signOut } from '@/features/sign-in/auth-calls.ts';
import { useTRPC } from '@/trpc.tsx';
import { toastError } from '@/ui/toast.ts';
import { navCounts, sillFacts } from '../frame-facts.ts';

type FrameProps = {
  user: ShellUser;
  isAdmin: boolean;
  projects: readonly ShellProject[];
  lastProject: string | undefined;
  version: string;
  children: ReactNode;
};

const EVERY = 10_000;

/** The shell with its live facts: what the sill says is asked every ten seconds, on every page. */
export function Frame({ user, isAdmin, projects, lastProject, version, children }: FrameProps) {
  const trpc = useTRPC();
  const counts = useQuery(trpc.fleet.counts.queryOptions({}, { refetchInterval: EVERY }));
  const seeds = useQuery(trpc.seeds.list.queryOptions(undefined, { refetchInterval: EVERY, enabled: isAdmin }));
  const setup = useQuery(trpc.setup.status.queryOptions(undefined, { refetchInterval: EVERY, enabled: isAdmin }));
  const facts = {
    counts: counts.data?.counts,
    seeds: seeds.data?.seeds,
    setup: setup.data,
    unanswered: counts.isError || seeds.isError,
  };
  return (
    <Shell
      user={user}
      isAdmin={isAdmin}
      projects={projects}
      {...(lastProject === undefined ? {} : { lastProject })}
      counts={navCounts(facts)}
      sill={{ facts: sillFacts(facts), version }}
      actions={useShellActions()}
    >
      {children}
    </Shell>
  );
}

function useShellActions(): ShellActions {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  return useMemo(
    () => ({
      searchProjects: async (search) => {
        const { projects } = await queries.fetchQuery(
          trpc.projects.list.queryOptions({ limit: 50, ...(search ? { search } : {}) }),
        );
        return projects.map((project) => ({ id: project.slug, label: project.name }));
      },
      searchClusters: async (search, project) => {
        const { rows } = await queries.fetchQuery(
          trpc.fleet.list.queryOptions({
            limit: 50,
            sort: 'name',
            ...(search ? { search } : {}),
            ...(project ? { project } : {}),
          }),
        );
        return rows.map((row) => ({ id: row.id, label: row.name, hint: row.project.name }));
      },
      refresh: () => {
        void queries.invalidateQueries();
        router.refresh();
      },
      signOut: async () => {
        const next = await signOut();
        if (next !== undefined) window.location.assign(next);
        else toastError('You are still signed in: Oriel does not answer. Try again in a moment.');
      },
    }),
    [trpc, queries, router],
  );
}
