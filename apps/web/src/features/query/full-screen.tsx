'use client';
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@/ui/icon-button.tsx';

type FullScreenProps = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer: ReactNode;
};

/** The whole phone for one task, such as writing a query. Open while it is rendered; load it lazily. */
export default function FullScreen({ title, onClose, children, footer }: FullScreenProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Popup className="fixed inset-0 z-40 flex h-dvh flex-col bg-surface outline-none">
          <div className="flex h-[52px] shrink-0 items-center gap-2 border-b border-line2 pr-2 pl-4">
            <Dialog.Title className="min-w-0 flex-1 truncate font-semibold">{title}</Dialog.Title>
            <Dialog.Close render={<IconButton icon={X} label="Close" />} />
          </div>
          <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">{children}</div>
          <div className="flex shrink-0 items-center justify-end gap-3 border-t border-line2 px-4 py-3">{footer}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
