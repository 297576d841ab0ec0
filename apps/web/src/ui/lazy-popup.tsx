'use client';
import { cloneElement, type ReactElement, type ReactNode, Suspense, useState } from 'react';

export type PopupTrigger = ReactElement<Record<string, unknown>>;

/** What a lazily loaded popup receives: it renders this trigger and opens at once. */
export type LazyPopupProps = { trigger: PopupTrigger; defaultOpen: boolean };

type LazyPopupOptions = {
  trigger: PopupTrigger;
  /** Starts the download, when the pointer comes near. */
  preload: () => unknown;
  /** Renders the `lazy()` component with the given props. */
  children: (popup: LazyPopupProps) => ReactNode;
};

/** Keeps a popup's code out of the first load: until it is first pressed only the trigger is there. */
export function LazyPopup({ trigger, preload, children }: LazyPopupOptions) {
  const [wanted, setWanted] = useState(false);
  const idle = cloneElement(trigger, {
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
    onPointerEnter: () => void preload(),
    onClick: () => setWanted(true),
  });
  if (!wanted) return idle;
  return <Suspense fallback={idle}>{children({ trigger, defaultOpen: true })}</Suspense>;
}
