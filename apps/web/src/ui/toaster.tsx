'use client';
import { CircleX } from 'lucide-react';
import { Toaster as Sonner } from 'sonner';
import { Icon } from './icon.tsx';
import { useResolvedTheme } from './theme/use-theme.ts';

/** Bottom left above the sill. Mounted once by the shell. */
export function Toaster() {
  return (
    <Sonner
      theme={useResolvedTheme()}
      position="bottom-left"
      offset={{ bottom: 40, left: 16 }}
      mobileOffset={{ bottom: 96, left: 16, right: 16 }}
      icons={{ error: <Icon icon={CircleX} className="text-error" /> }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'raised flex w-[360px] max-w-full items-center gap-2 rounded-control px-3 py-2 text-body text-ink1 font-ui',
          title: 'font-normal',
          content: 'min-w-0 flex-1',
          actionButton: 'h-6 shrink-0 rounded-control px-2 text-small font-medium text-accent hover:bg-hover',
          icon: 'shrink-0',
          error: 'shadow-[inset_2px_0_0_var(--error),0_8px_24px_#0003]',
        },
      }}
    />
  );
}
