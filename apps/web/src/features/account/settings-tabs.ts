import type { TabLink } from '@/ui/tabs.tsx';

export const settingsTabs: readonly TabLink[] = [
  { href: '/settings/tokens', label: 'Tokens' },
  { href: '/settings/account', label: 'Account' },
];
