import type { TabLink } from '@/ui/tabs.tsx';

/** Pages about Grafana as a whole, for administrators. */
export const grafanaTabs: readonly TabLink[] = [
  { href: '/admin/grafana', label: 'Dashboards' },
  { href: '/admin/grafana/organizations', label: 'Organizations' },
];
