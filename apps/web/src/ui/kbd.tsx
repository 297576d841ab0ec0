import type { ReactNode } from 'react';

export function Kbd({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={`shrink-0 rounded-badge border border-line2 bg-canvas px-1 font-ui text-caption font-medium text-ink3 ${className}`}
    >
      {children}
    </kbd>
  );
}
