import type { TabLink } from '@/ui/tabs.tsx';

/** Pages about who is known to the platform, for administrators. */
export const userTabs: readonly TabLink[] = [
  { href: '/admin/users', label: 'People' },
  { href: '/admin/users/service-accounts', label: 'Service accounts' },
];
