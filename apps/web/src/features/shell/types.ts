import type { Status } from '@/ui/status.ts';
import type { Search } from '@/ui/use-async-search.ts';

export type ShellUser = { name: string; email: string };

export type ShellProject = {
  slug: string;
  name: string;
  /** False: the person sees a part of the project only, and its members are not shown to them. */
  canSeeMembers: boolean;
  /** May read what was done in it. */
  canAudit: boolean;
};

/** A count beside a navigation entry; a tone only when it asks for attention. */
export type NavCount = { text: string; tone?: 'warn' | 'error' };
export type NavCounts = Partial<Record<'setup' | 'fleet' | 'seeds' | 'operations', NavCount>>;

export type SillFact = { status: Status; text: string; href?: string };

/** Facts in order of weight: on the phone only the first is shown. */
export type SillState = { facts: readonly SillFact[]; version: string };

export type ScopeItem = { id: string; label: string; hint?: string };

export type ShellActions = {
  /** id is the project's slug. */
  searchProjects: Search<ScopeItem>;
  /** id is the cluster's id, label its name; within a project when one is given. */
  searchClusters: (query: string, project: string | null, signal: AbortSignal) => Promise<readonly ScopeItem[]>;
  refresh: () => void;
  signOut: () => void;
};
