import type { ReactNode } from 'react';

/** Panes one below the other at every width, with hairlines between them. */
export function PaneStack({ children }: { children: ReactNode }) {
  return <div className="flex flex-col border-b border-line2 [&>*+*]:border-t [&>*+*]:border-line1">{children}</div>;
}
