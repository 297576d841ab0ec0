'use client';
import { Button } from '@/ui/button.tsx';
import { Dialog } from '@/ui/dialog.tsx';
import { formatBinaryBytes } from '@/ui/format/bytes.ts';

type ConfirmScanProps = { bytes: number | undefined; onClose: () => void; onRun: () => void };

/** Asked before more than a tebibyte is read. */
export function ConfirmScan({ bytes, onClose, onRun }: ConfirmScanProps) {
  return (
    <Dialog
      open={bytes !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={`This reads about ${formatBinaryBytes(bytes ?? 0)}`}
      about="It may take minutes and slows others down meanwhile. A namespace, a pod or a shorter range makes it much smaller."
      footer={
        <>
          <Button onClick={onClose}>Change the query</Button>
          <Button variant="primary" onClick={onRun}>
            Run it
          </Button>
        </>
      }
    />
  );
}
