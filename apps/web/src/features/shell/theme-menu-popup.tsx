'use client';
import type { LazyPopupProps } from '@/ui/lazy-popup.tsx';
import { MenuChoice } from '@/ui/menu.tsx';
import MenuPopup from '@/ui/overlay/menu-popup.tsx';
import { useTheme } from '@/ui/theme/use-theme.ts';
import { THEME_OPTIONS } from './theme-menu.tsx';

export default function ThemeMenuPopup({ trigger, defaultOpen }: LazyPopupProps) {
  const { choice, choose } = useTheme();
  return (
    <MenuPopup trigger={trigger} defaultOpen={defaultOpen}>
      <MenuChoice label="Theme" options={THEME_OPTIONS} value={choice} onChange={choose} />
    </MenuPopup>
  );
}
