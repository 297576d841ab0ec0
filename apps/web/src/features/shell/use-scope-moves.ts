'use client';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import type { ScopeItem } from './types.ts';

/** Where a choice in the scope switcher leads; the page's kind and the time range are kept. */
export function useScopeMoves(slug: string | null) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const rest = slug === null ? '' : pathname.slice(`/p/${encodeURIComponent(slug)}`.length);
  const narrows = rest === '/logs' || rest === '/metrics';

  function withParams(path: string, cluster: string | null): string {
    const next = new URLSearchParams();
    for (const key of ['from', 'to']) {
      const value = params.get(key);
      if (value !== null) next.set(key, value);
    }
    if (cluster !== null) next.set('cluster', cluster);
    return next.size === 0 ? path : `${path}?${next}`;
  }

  return {
    toProject: (item: ScopeItem) =>
      router.push(withParams(`/p/${encodeURIComponent(item.id)}${narrows || rest === '/members' ? rest : ''}`, null)),
    toFleet: () => router.push('/fleet'),
    toCluster: (item: ScopeItem) => {
      if (!narrows) return router.push(`/clusters/${encodeURIComponent(item.id)}`);
      const next = new URLSearchParams(params);
      next.set('cluster', item.label);
      router.push(`${pathname}?${next}`);
    },
    toAllClusters: () => {
      if (!narrows) return router.push(slug === null ? '/fleet' : `/p/${encodeURIComponent(slug)}`);
      const next = new URLSearchParams(params);
      next.delete('cluster');
      router.push(`${pathname}?${next}`);
    },
  };
}
