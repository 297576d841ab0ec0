'use client';
import { Play } from 'lucide-react';
import { Icon } from '@/ui/icon.tsx';

const STARTS = [
  {
    name: 'CPU by pod',
    query: 'sum by (namespace, pod) (rate(container_cpu_usage_seconds_total{container!=""}[5m]))',
  },
  { name: 'Memory by namespace', query: 'sum by (namespace) (container_memory_working_set_bytes{container!=""})' },
  { name: 'Targets up', query: 'sum by (job) (up)' },
] as const;

/** Nothing asked yet: three questions that every cluster answers. */
export function StartQueries({ onRun }: { onRun: (text: string) => void }) {
  return (
    <div className="flex flex-col items-start gap-1 px-5 py-6 phone:px-4">
      <p className="font-semibold">No query yet</p>
      <p className="max-w-[72ch] text-ink2">
        Write PromQL above; names and values complete as you type. Or begin with one of these.
      </p>
      <ul className="mt-3 w-full max-w-[880px] border-t border-line1">
        {STARTS.map(({ name, query }) => (
          <li key={name} className="border-b border-line1">
            <button
              type="button"
              onClick={() => onRun(query)}
              className="flex min-h-11 w-full min-w-0 items-center gap-3 px-2 py-1.5 text-left hover:bg-hover phone:px-0"
            >
              <Icon icon={Play} size={14} className="text-accent" />
              <span className="flex min-w-0 flex-1 gap-3 phone:flex-col phone:gap-0">
                <span className="w-40 shrink-0 font-semibold">{name}</span>
                <code className="mono min-w-0 truncate text-ink2 phone:whitespace-normal phone:wrap-anywhere">
                  {query}
                </code>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
