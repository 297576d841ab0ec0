import type { TabLink } from '@/ui/tabs.tsx';

/** Pages about who may do what in a project, for those who manage it. */
export function memberTabs(project: string): readonly TabLink[] {
  return [
    { href: `/p/${project}/members`, label: 'Members' },
    { href: `/p/${project}/members/service-accounts`, label: 'Service accounts' },
  ];
}
