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

type LazyOverlayOptions = {
  trigger: PopupTrigger | undefined;
  /** Given when the caller controls it. */
  open: boolean | undefined;
  onOpenChange: ((open: boolean) => void) | undefined;
  preload: () => unknown;
  children: (popup: { trigger?: PopupTrigger; defaultOpen?: boolean }) => ReactNode;
};

/** The same for overlays that may be controlled, with or without a trigger. Once loaded it stays mounted. */
export function LazyOverlay({ trigger, open, onOpenChange, preload, children }: LazyOverlayOptions) {
  const [opened, setOpened] = useState(false);
  if (open === true && !opened) setOpened(true);
  if (open === undefined && trigger !== undefined) {
    return (
      <LazyPopup trigger={trigger} preload={preload}>
        {children}
      </LazyPopup>
    );
  }
  const idle =
    trigger === undefined
      ? null
      : cloneElement(trigger, { onPointerEnter: () => void preload(), onClick: () => onOpenChange?.(true) });
  return opened ? <Suspense fallback={idle}>{children({ trigger })}</Suspense> : idle;
}
