'use client';
import { ChartLine, Table2 } from 'lucide-react';
import { formatDuration } from '@/ui/format/duration.ts';
import { formatMoment } from '@/ui/format/time.ts';
import { Segmented } from '@/ui/segmented.tsx';
import { Select } from '@/ui/select.tsx';
import { useZone } from '@/ui/time/zone.tsx';
import type { StepChoice } from '../data/step.ts';
import type { Metrics } from '../hooks/use-metrics.ts';
import type { ResultTab } from '../hooks/use-metrics-url.ts';

const CHOICES: readonly { value: StepChoice; label: string }[] = [
  { value: 'auto', label: 'auto' },
  { value: '15s', label: '15 s' },
  { value: '1m', label: '1 min' },
  { value: '5m', label: '5 min' },
  { value: '1h', label: '1 h' },
];

/** Graph or table, the step, and what ran. */
export function ResultToolbar({ metrics }: { metrics: Metrics }) {
  const { url, run, running } = metrics;
  return (
    <div className="flex h-10 shrink-0 items-center gap-2 border-b border-line1 px-3 phone:h-12 phone:pl-4">
      <Segmented<ResultTab>
        label="Show as"
        segments={[
          { value: 'graph', label: 'Graph', icon: ChartLine },
          { value: 'table', label: 'Table', icon: Table2 },
        ]}
        value={url.tab}
        onChange={(tab) => void url.set({ tab })}
      />
      {url.tab === 'graph' && (
        <Select
          label="Step"
          look="filter"
          options={CHOICES.map((choice) =>
            choice.value === 'auto' && run && url.step === 'auto'
              ? { ...choice, label: `auto, ${formatDuration(run.stepMs)}` }
              : choice,
          )}
          value={url.step}
          onChange={(step) => void url.set({ step })}
        />
      )}
      {url.tab === 'graph' && run?.stepRaised === true && (
        <span className="min-w-0 truncate text-small text-warn">
          {formatDuration(run.stepMs)} instead: the range has too many points for a shorter one
        </span>
      )}
      <span className="flex-1" />
      <p role="status" className="tnum min-w-0 truncate text-small text-ink3 phone:hidden">
        {running ? 'Running' : <Ran metrics={metrics} />}
      </p>
    </div>
  );
}

function Ran({ metrics: { run, graphs, tables, url } }: { metrics: Metrics }) {
  const { zone } = useZone();
  const times = [...graphs, ...tables].flatMap(({ result }) => result.data?.tookMs ?? []);
  if (run === undefined || times.length === 0) return null;
  const took = Math.max(...times);
  const at = formatMoment(run.to, zone, Date.now());
  if (url.tab === 'table') return `Values at ${at}, took ${formatDuration(took)}`;
  return `To ${at}, step ${formatDuration(run.stepMs)}, took ${formatDuration(took)}`;
}
