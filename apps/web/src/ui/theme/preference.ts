/** The person's choice of theme; `system` follows the machine. Kept in a cookie, read before first paint. */
export type ThemeChoice = 'system' | 'light' | 'dark';

export const THEME_COOKIE = 'oriel-theme';

export function parseThemeChoice(value: string | undefined): ThemeChoice {
  return value === 'light' || value === 'dark' ? value : 'system';
}
