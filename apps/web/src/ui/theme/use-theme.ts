'use client';
import { useEffect, useSyncExternalStore } from 'react';
import { readCookie, writeCookie } from '@/ui/cookie.ts';
import { parseThemeChoice, THEME_COOKIE, type ThemeChoice } from './preference.ts';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function apply(choice: ThemeChoice): void {
  const dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

function choose(choice: ThemeChoice): void {
  writeCookie(THEME_COOKIE, choice);
  apply(choice);
}

/** The chosen theme and its setter. `system` goes on following the machine while the page is open. */
export function useTheme(): { choice: ThemeChoice; choose: (choice: ThemeChoice) => void } {
  const choice = useSyncExternalStore<ThemeChoice>(
    subscribe,
    () => parseThemeChoice(readCookie(THEME_COOKIE)),
    () => 'system',
  );
  useEffect(() => {
    if (choice !== 'system') return;
    const media = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => apply('system');
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [choice]);
  return { choice, choose };
}

/** The theme on screen, for canvases that cannot read CSS variables by themselves. */
export function useResolvedTheme(): 'light' | 'dark' {
  return useSyncExternalStore(
    subscribe,
    () => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'),
    () => 'light',
  );
}
