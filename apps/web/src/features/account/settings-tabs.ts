import type { TabLink } from '@/ui/tabs.tsx';

const own: readonly TabLink[] = [
  { href: '/settings/tokens', label: 'Tokens' },
  { href: '/settings/account', label: 'Account' },
];

/** Of everybody, and for administrators those of the platform. */
export function settingsTabs(isAdmin: boolean): readonly TabLink[] {
  return isAdmin ? [...own, { href: '/settings/sign-in', label: 'Sign-in' }] : own;
}
