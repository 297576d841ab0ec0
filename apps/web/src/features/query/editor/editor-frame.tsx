import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '@/ui/icon.tsx';
import type { EditorProblem } from './editor-problem.ts';

type EditorFrameProps = {
  /** "LogQL", or the letter of a row. */
  label: ReactNode;
  editor: ReactNode;
  /** At the right: an estimate, buttons. */
  children?: ReactNode;
  problem: EditorProblem | undefined;
};

/** The sunken box around an editor, with the first mistake under it. */
export function EditorFrame({ label, editor, children, problem }: EditorFrameProps) {
  return (
    <div className="min-w-0 flex-1">
      <div className="flex min-h-9 min-w-0 items-center gap-3 rounded-control border border-line3 bg-sunken p-1 pl-2.5 focus-within:border-accent">
        <span className="flex items-center self-stretch border-r border-line2 pr-2.5 text-caption font-medium text-ink3">
          {label}
        </span>
        {editor}
        {children}
      </div>
      <p role="status" className="mt-1 flex items-start gap-1.5 text-small text-error empty:hidden">
        {problem && (
          <>
            <Icon icon={CircleX} size={14} className="mt-px" />
            <span className="wrap-anywhere">{problem.message}</span>
          </>
        )}
      </p>
    </div>
  );
}
