import type { ReactNode } from 'react';

type PaneProps = {
  title: string;
  /** Badges right after the title. */
  badge?: ReactNode;
  /** Meta text or buttons at the far right of the title row. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** One pane of the glass. Neighbours share hairlines: lay panes out with PaneGrid, never with gaps. */
export function Pane({ title, badge, aside, children, className = '' }: PaneProps) {
  return (
    <section
      aria-label={title}
      className={`flex min-w-0 flex-col gap-2 px-5 pt-2.5 pb-3 phone:px-4 phone:py-3 ${className}`}
    >
      <div className="flex min-h-6 min-w-0 flex-wrap items-start gap-x-2">
        <div className="flex min-h-6 min-w-[min(100%,6rem)] flex-1 flex-wrap items-center gap-x-2">
          <h2 className="min-w-0 font-semibold wrap-anywhere">{title}</h2>
          {badge}
        </div>
        {aside !== undefined && (
          <div className="ml-auto flex min-h-6 min-w-0 items-center gap-2 text-small text-ink3">{aside}</div>
        )}
      </div>
      {children}
    </section>
  );
}

/** Of three, where there is no room for them side by side, the third takes the whole row below the others. */
const COLUMNS = {
  1: '',
  2: 'desk:grid-cols-2',
  3: 'desk:max-[960px]:grid-cols-2 min-[960px]:grid-cols-3 desk:max-[960px]:[&>:nth-child(3)]:col-span-2 desk:max-[960px]:[&>:nth-child(3)]:border-t desk:max-[960px]:[&>:nth-child(3)]:border-l-0',
} as const;

/** Panes side by side with hairlines between them; stacked on the phone. */
export function PaneGrid({ columns = 1, children }: { columns?: 1 | 2 | 3; children: ReactNode }) {
  return (
    <div
      className={`grid shrink-0 grid-cols-1 border-b border-line2 [header+&]:border-t ${COLUMNS[columns]} desk:[&>*+*]:border-l desk:[&>*+*]:border-line1 phone:[&>*+*]:border-t phone:[&>*+*]:border-line1`}
    >
      {children}
    </div>
  );
}
