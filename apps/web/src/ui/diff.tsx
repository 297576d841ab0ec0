import { clsx } from 'clsx';
import { GitCompare } from 'lucide-react';
import type { DiffLine } from './diff-lines.ts';
import { Icon } from './icon.tsx';

const LOOK = { add: 'bg-ok-tint text-ok', remove: 'bg-error-tint text-error', same: 'text-ink2' } as const;
const SIGN = { add: '+', remove: '-', same: ' ' } as const;

type DiffProps = { title: string; lines: readonly DiffLine[] };

/** A proposed change. Secrets must arrive masked ("•••• changed"). Make the lines with `diffLines`. */
export function Diff({ title, lines }: DiffProps) {
  const count = (kind: DiffLine['kind']) => lines.filter((line) => line.kind === kind).length;
  return (
    <section aria-label={`Change of ${title}`} className="mono min-w-0 bg-sunken">
      <div className="flex h-[26px] items-center gap-1.5 border-b border-line1 px-3 text-[11px] text-ink2">
        <Icon icon={GitCompare} size={14} />
        <span className="truncate">{title}</span>
        <span className="ml-auto text-ok">+{count('add')}</span>
        <span className="text-error">−{count('remove')}</span>
      </div>
      <pre className="overflow-x-auto scroll-thin py-[3px] leading-[18px]">
        {lines.map((line) => (
          <span key={`${line.kind}${line.number}`} className={clsx('block min-w-fit pr-3', LOOK[line.kind])}>
            <span className="inline-block w-8 pr-2.5 text-right text-ink3 select-none">{line.number}</span>
            {SIGN[line.kind]}
            {'  '}
            {line.text}
          </span>
        ))}
      </pre>
    </section>
  );
}
