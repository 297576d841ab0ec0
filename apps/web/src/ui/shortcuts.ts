'use client';
import { useEffect, useRef, useSyncExternalStore } from 'react';

type Shortcut = { keys: string; does: string; group: string };

type Binding = Shortcut & { run: { current: (event: KeyboardEvent) => void } };

/** The latest registration of a key wins, so that a page can take over a key from the shell. */
let bindings: readonly Binding[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly Binding[]): void {
  bindings = next;
  for (const listener of listeners) listener();
}

function typing(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null;
  return (
    target?.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=textbox]') != null
  );
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const chord = event.ctrlKey || event.metaKey;
  const keys = chord ? `Ctrl ${event.key.length === 1 ? event.key.toUpperCase() : event.key}` : event.key;
  if (event.altKey || (!chord && typing(event))) return;
  if (!chord && document.querySelector('[role=dialog], [role=alertdialog]') !== null) return;
  // A focused link or button keeps its own Enter.
  if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('a, button, summary')) return;
  const binding = bindings.findLast((candidate) => candidate.keys === keys);
  if (binding === undefined) return;
  event.preventDefault();
  binding.run.current(event);
}

/**
 * Binds a key for as long as the component is mounted and lists it in the `?` dialog.
 * `keys` is a `KeyboardEvent.key` ("j", "?", "Enter") or "Ctrl K" (also ⌘). Plain keys rest while someone types.
 */
export function useShortcut(keys: string, does: string, group: string, run: (event: KeyboardEvent) => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const binding: Binding = { keys, does, group, run: latest };
    if (bindings.length === 0) window.addEventListener('keydown', onKeyDown);
    publish([...bindings, binding]);
    return () => {
      publish(bindings.filter((other) => other !== binding));
      if (bindings.length === 0) window.removeEventListener('keydown', onKeyDown);
    };
  }, [keys, does, group]);
}

const NONE: readonly Shortcut[] = [];

/** Everything bound at the moment, for the `?` dialog. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore<readonly Shortcut[]>(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => bindings,
    () => NONE,
  );
}
