'use client';
import { CircleX, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { closeToast, type Toast, useToasts } from './toast.ts';

const STAYS_MS = 8000;

/** Bottom left above the sill. Mounted once by the shell. */
export function Toaster() {
  const toasts = useToasts();
  return (
    <section
      aria-label="Notices"
      aria-live="polite"
      className="pointer-events-none fixed bottom-10 left-4 z-50 flex w-[360px] max-w-[calc(100vw-32px)] flex-col gap-2 phone:bottom-24"
    >
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastLine({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  const leaves = toast.kind === 'done' && !held;
  useEffect(() => {
    if (!leaves) return;
    const timer = setTimeout(() => closeToast(toast.id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [leaves, toast.id]);

  function undo() {
    closeToast(toast.id);
    toast.undo?.();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding only delays; every action is a button inside.
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="raised pointer-events-auto flex min-h-10 items-center gap-2 rounded-control py-1.5 pr-2 pl-3 transition-[opacity,translate] duration-180 starting:translate-y-2 starting:opacity-0"
    >
      {toast.kind === 'error' && <Icon icon={CircleX} className="text-error" />}
      <span className="min-w-0 flex-1 wrap-anywhere">{toast.text}</span>
      {toast.undo && (
        <Button variant="ghost" size="small" onClick={undo}>
          Undo
        </Button>
      )}
      <IconButton icon={X} label="Close notice" size="small" onClick={() => closeToast(toast.id)} />
    </div>
  );
}
