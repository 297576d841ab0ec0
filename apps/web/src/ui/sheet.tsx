'use client';
import { lazy, type ReactNode } from 'react';
import { LazyOverlay, type PopupTrigger } from './lazy-popup.tsx';

export type SheetProps = {
  title: string;
  trigger?: PopupTrigger;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

const load = () => import('./overlay/sheet-popup.tsx');
const SheetPopup = lazy(load);

/** Slides in from the right; from below on the phone. For details and filters that leave the page readable. */
export function Sheet(props: SheetProps) {
  return (
    <LazyOverlay trigger={props.trigger} open={props.open} onOpenChange={props.onOpenChange} preload={load}>
      {(popup) => <SheetPopup {...props} {...popup} />}
    </LazyOverlay>
  );
}
