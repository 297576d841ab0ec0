import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Diff } from '@/ui/diff.tsx';
import type { DiffLine } from '@/ui/diff-lines.ts';
import { Icon } from '@/ui/icon.tsx';

type PipelineFixProps = {
  /** "Metrics stop between agent and gateway" */
  title: string;
  /** "cut for 19 min 28 s" */
  since: string;
  /** The cause in one sentence with names and time, and what is kept until when. */
  children: ReactNode;
  /** Apply (primary), Test again, Copy as curl; all small. */
  actions: ReactNode;
  /** The proposed change, where there is one. */
  change?: { title: string; lines: readonly DiffLine[] };
};

/** One panel under the pipeline: the cause and its fix. */
export function PipelineFix({ title, since, children, actions, change }: PipelineFixProps) {
  return (
    <section
      aria-label={title}
      className={`mt-1 grid overflow-hidden rounded-control border border-error-line phone:grid-cols-1 ${change ? 'grid-cols-[minmax(0,1fr)_minmax(280px,424px)]' : 'grid-cols-1'}`}
    >
      <div className="flex flex-col gap-1 px-3.5 pt-2.5 pb-3 shadow-[inset_2px_0_0_var(--error)]">
        <p className="flex flex-wrap items-center gap-2">
          <Icon icon={CircleX} className="text-error" />
          <b className="font-semibold">{title}</b>
          <span className="text-small text-ink3">{since}</span>
        </p>
        <p className="text-pretty text-ink2">{children}</p>
        <div className="mt-auto flex flex-wrap gap-1.5 pt-1">{actions}</div>
      </div>
      {change && (
        <div className="min-w-0 border-l border-line1 bg-sunken phone:border-t phone:border-l-0">
          <Diff title={change.title} lines={change.lines} />
        </div>
      )}
    </section>
  );
}
