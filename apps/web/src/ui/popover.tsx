'use client';
import { lazy, type ReactNode } from 'react';
import { LazyOverlay, type PopupTrigger } from './lazy-popup.tsx';

export type PopoverProps = {
  label: string;
  trigger: PopupTrigger;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  className?: string;
};

const load = () => import('./overlay/popover-popup.tsx');
const PopoverPopup = lazy(load);

/** A raised box beside its trigger, for short forms and choices. */
export function Popover(props: PopoverProps) {
  return (
    <LazyOverlay trigger={props.trigger} open={props.open} onOpenChange={props.onOpenChange} preload={load}>
      {(popup) => <PopoverPopup {...props} {...popup} />}
    </LazyOverlay>
  );
}
