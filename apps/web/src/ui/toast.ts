'use client';
import { useSyncExternalStore } from 'react';

export type Toast = { id: number; text: string; kind: 'done' | 'error'; undo?: () => void };

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function add(toast: Omit<Toast, 'id'>): void {
  publish([...toasts.slice(-2), { ...toast, id: nextId++ }]);
}

/** Tells what was done; with an undo where it is reversible. Stays 8 s. Say the result in the page as well. */
export function toastDone(text: string, undo?: () => void): void {
  add({ text, kind: 'done', undo });
}

/** An error stays until it is closed. */
export function toastError(text: string): void {
  add({ text, kind: 'error' });
}

export function closeToast(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

const NONE: readonly Toast[] = [];

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore<readonly Toast[]>(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
    () => NONE,
  );
}
