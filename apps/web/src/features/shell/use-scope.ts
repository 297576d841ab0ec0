'use client';
import { usePathname } from 'next/navigation';
import { parseAsString, useQueryState } from 'nuqs';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { writeCookie } from '@/ui/cookie.ts';
import { formatPlural } from '@/ui/format/count.ts';
import { PROJECT_COOKIE } from './project-cookie.ts';
import type { ShellProject } from './types.ts';

/** A page about one thing names it, since its path holds only an id. */
type NamedScope = { project: string; cluster: string };

let named: NamedScope | null = null;
const listeners = new Set<() => void>();

function name(next: NamedScope | null): void {
  named = next;
  for (const listener of listeners) listener();
}

/** Render this on a cluster's page, so that the scope switcher shows its project and name. */
export function ScopeName({ project, cluster }: NamedScope) {
  useEffect(() => {
    name({ project, cluster });
    return () => name(null);
  }, [project, cluster]);
  return null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export type Scope = {
  /** The project in the path. */
  slug: string | null;
  project: string;
  clusters: string;
  one: boolean;
};

/** What the page looks at: from the path, the `cluster` parameter, or the name given by the page. */
export function useScope(projects: readonly ShellProject[]): Scope {
  const slug = slugOf(usePathname());
  const [chosen] = useQueryState('cluster', parseAsString);
  const page = useSyncExternalStore(
    subscribe,
    () => named,
    () => null,
  );
  if (page !== null) return { slug, project: page.project, clusters: page.cluster, one: true };
  const project = slug === null ? 'All projects' : nameOf(slug, projects);
  const names = slug === null || chosen === null ? [] : chosen.split(',').filter(Boolean);
  const clusters =
    names.length === 0 ? 'All clusters' : names.length === 1 ? (names[0] ?? '') : formatPlural(names.length, 'cluster');
  return { slug, project, clusters, one: names.length === 1 };
}

/** The project of the navigation: the one in the path, else the last one visited, else the first. */
export function useNavProject(projects: readonly ShellProject[], last: string | undefined): ShellProject | null {
  const slug = slugOf(usePathname());
  const [visited, setVisited] = useState(last);
  useEffect(() => {
    if (slug === null) return;
    setVisited(slug);
    writeCookie(PROJECT_COOKIE, slug);
  }, [slug]);
  if (slug !== null) {
    // One that was made since the frame was loaded belongs to whoever made it.
    return (
      projects.find((project) => project.slug === slug) ?? { slug, name: slug, canSeeMembers: true, canAudit: true }
    );
  }
  return projects.find((project) => project.slug === visited) ?? projects[0] ?? null;
}

function slugOf(pathname: string): string | null {
  const slug = /^\/p\/([^/]+)/.exec(pathname)?.[1];
  return slug === undefined ? null : decodeURIComponent(slug);
}

function nameOf(slug: string, projects: readonly ShellProject[]): string {
  return projects.find((project) => project.slug === slug)?.name ?? slug;
}
