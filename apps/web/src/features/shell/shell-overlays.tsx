'use client';
import { Keyboard, LogOut, Moon, RefreshCw, Sun } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTheme } from '@/ui/theme/use-theme.ts';
import type { PaletteCommand } from './command-palette.tsx';
import type { NavItem } from './nav-items.ts';
import type { ShellActions } from './types.ts';

const CommandPalette = lazy(() => import('./command-palette.tsx'));
const KeysDialog = lazy(() => import('./keys-dialog.tsx'));

export type Overlay = 'search' | 'keys' | null;

type ShellOverlaysProps = {
  overlay: Overlay;
  setOverlay: (overlay: Overlay) => void;
  pages: readonly NavItem[];
  actions: ShellActions;
};

/** The palette and the keys dialog; their code arrives when first asked for. */
export function ShellOverlays({ overlay, setOverlay, pages, actions }: ShellOverlaysProps) {
  const { choose } = useTheme();
  const close = () => setOverlay(null);
  if (overlay === null) return null;
  const commands: PaletteCommand[] = [
    { label: 'Refresh', icon: RefreshCw, run: actions.refresh },
    { label: 'Show keys', icon: Keyboard, run: () => setOverlay('keys') },
    { label: 'Use the light theme', icon: Sun, run: () => choose('light') },
    { label: 'Use the dark theme', icon: Moon, run: () => choose('dark') },
    { label: 'Sign out', icon: LogOut, run: actions.signOut },
  ];
  return (
    <Suspense>
      {overlay === 'search' ? (
        <CommandPalette pages={pages} commands={commands} actions={actions} onClose={close} />
      ) : (
        <KeysDialog onClose={close} />
      )}
    </Suspense>
  );
}
