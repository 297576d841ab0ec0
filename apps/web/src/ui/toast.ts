'use client';
import { toast } from 'sonner';

/** Tells what was done; with an undo where it is reversible. Stays 8 s. Say the result in the page as well. */
export function toastDone(text: string, undo?: () => void): void {
  toast(text, { duration: 8000, action: undo && { label: 'Undo', onClick: undo } });
}

/** An error stays until it is closed. */
export function toastError(text: string): void {
  toast.error(text, { duration: Number.POSITIVE_INFINITY, action: { label: 'Close', onClick: () => {} } });
}
