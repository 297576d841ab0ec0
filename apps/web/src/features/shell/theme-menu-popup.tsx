'use client';
import type { LazyPopupProps } from '@/ui/lazy-popup.tsx';
import { Menu, MenuChoice } from '@/ui/menu.tsx';
import { useTheme } from '@/ui/theme/use-theme.ts';
import { THEME_OPTIONS } from './theme-menu.tsx';

export default function ThemeMenuPopup({ trigger, defaultOpen }: LazyPopupProps) {
  const { choice, choose } = useTheme();
  return (
    <Menu trigger={trigger} defaultOpen={defaultOpen}>
      <MenuChoice label="Theme" options={THEME_OPTIONS} value={choice} onChange={choose} />
    </Menu>
  );
}
