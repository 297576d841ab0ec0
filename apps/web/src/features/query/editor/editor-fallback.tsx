import type { ReactNode } from 'react';

/** Until the editor's code is there, the query is there to read. */
export function EditorFallback({ children }: { children: ReactNode }) {
  return <code className="mono min-w-0 flex-1 truncate leading-5 whitespace-pre text-ink1">{children}</code>;
}
