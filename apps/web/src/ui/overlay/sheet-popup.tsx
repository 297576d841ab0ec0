'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { IconButton } from '../icon-button.tsx';
import type { SheetProps } from '../sheet.tsx';

type SheetPopupProps = SheetProps & { defaultOpen?: boolean };

/** Slides in from the right; from below on the phone. For details and filters that leave the page readable. */
export default function SheetPopup(props: SheetPopupProps) {
  const { title, trigger, open, defaultOpen, onOpenChange, children } = props;
  return (
    <Base.Root open={open} defaultOpen={defaultOpen} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[#0006] transition-opacity duration-180 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup className="raised fixed inset-y-2 right-2 z-50 flex w-[420px] max-w-[calc(100vw-16px)] flex-col rounded-glass outline-none transition-transform duration-180 data-ending-style:translate-x-full data-starting-style:translate-x-full phone:inset-x-0 phone:top-auto phone:bottom-0 phone:max-h-[80dvh] phone:w-full phone:max-w-none phone:rounded-b-none phone:data-ending-style:translate-x-0 phone:data-ending-style:translate-y-full phone:data-starting-style:translate-x-0 phone:data-starting-style:translate-y-full">
          <div className="flex h-12 shrink-0 items-center gap-2 border-b border-line1 pr-2 pl-4">
            <Base.Title className="min-w-0 flex-1 truncate font-semibold">{title}</Base.Title>
            <Base.Close render={<IconButton icon={X} label="Close" />} />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto scroll-thin">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
