'use client';
import { lazy, type ReactNode } from 'react';
import { LazyOverlay, type PopupTrigger } from './lazy-popup.tsx';

export type DialogProps = {
  title: string;
  about?: ReactNode;
  /** Opens it when pressed; or control it by `open` and `onOpenChange`. */
  trigger?: PopupTrigger;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children?: ReactNode;
  /** Buttons; the primary one last. */
  footer?: ReactNode;
  wide?: boolean;
};

const load = () => import('./overlay/dialog-popup.tsx');
const DialogPopup = lazy(load);

/** A modal in the middle; a sheet from below on the phone. Escape and × close it. */
export function Dialog(props: DialogProps) {
  return (
    <LazyOverlay trigger={props.trigger} open={props.open} onOpenChange={props.onOpenChange} preload={load}>
      {(popup) => <DialogPopup {...props} {...popup} />}
    </LazyOverlay>
  );
}
