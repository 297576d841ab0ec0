'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { lazy } from 'react';
import { IconButton } from '@/ui/icon-button.tsx';
import { LazyPopup } from '@/ui/lazy-popup.tsx';
import type { ThemeChoice } from '@/ui/theme/preference.ts';
import { useTheme } from '@/ui/theme/use-theme.ts';

export const THEME_OPTIONS = [
  { value: 'system', label: 'System', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const satisfies readonly { value: ThemeChoice; label: string; icon: typeof Sun }[];

const load = () => import('./theme-menu-popup.tsx');
const Popup = lazy(load);

export function ThemeMenu() {
  const { choice } = useTheme();
  const option = THEME_OPTIONS.find((candidate) => candidate.value === choice) ?? THEME_OPTIONS[0];
  return (
    <LazyPopup
      preload={load}
      trigger={<IconButton icon={option.icon} iconSize={16} size="bar" label={`Theme: ${option.label}`} />}
    >
      {(popup) => <Popup {...popup} />}
    </LazyPopup>
  );
}
