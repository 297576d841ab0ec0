import type { ReactNode } from 'react';

type EmptyStateProps = { title: string; why: string; action?: ReactNode };

/** One sentence what is missing, one why, one button. */
export function EmptyState({ title, why, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-start gap-1 px-5 py-6 phone:px-4">
      <p className="font-semibold">{title}</p>
      <p className="max-w-[72ch] text-ink2">{why}</p>
      {action !== undefined && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
