'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { DialogProps } from '../dialog.tsx';
import { IconButton } from '../icon-button.tsx';

type DialogPopupProps = DialogProps & { defaultOpen?: boolean };

/** A modal in the middle; a sheet from below on the phone. Escape and × close it. */
export default function DialogPopup(props: DialogPopupProps) {
  const { title, about, trigger, open, defaultOpen, onOpenChange, children, footer, wide = false } = props;
  return (
    <Base.Root open={open} defaultOpen={defaultOpen} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[#0006] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={`raised fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-48px)] w-[calc(100vw-32px)] -translate-1/2 flex-col rounded-glass outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 phone:top-auto phone:bottom-0 phone:left-0 phone:w-full phone:translate-0 phone:rounded-b-none ${wide ? 'max-w-[760px]' : 'max-w-[480px]'} phone:max-w-none`}
        >
          <div className="pt-3.5 pr-12 pb-2 pl-5 phone:pl-4">
            <Base.Title className="font-semibold">{title}</Base.Title>
            {about !== undefined && <Base.Description className="mt-1 text-ink2">{about}</Base.Description>}
          </div>
          {children !== undefined && (
            <div className="min-h-0 flex-1 overflow-y-auto scroll-thin px-5 pb-4 phone:px-4">{children}</div>
          )}
          {footer !== undefined && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line1 px-5 py-3 phone:px-4">{footer}</div>
          )}
          {/* Last, so that the first field takes the focus. */}
          <Base.Close render={<IconButton icon={X} label="Close" className="absolute top-2.5 right-2.5" />} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
