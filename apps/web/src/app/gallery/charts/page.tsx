'use client';
import { useMemo, useState } from 'react';
import type { Level } from '@/ui/charts/level.ts';
import { LogHistogram, LogHistogramSkeleton } from '@/ui/charts/log-histogram.tsx';
import { TimeSeriesGraph } from '@/ui/charts/time-series-graph.tsx';
import { formatBytes } from '@/ui/format/bytes.ts';
import { PageHeader } from '@/ui/page-header.tsx';
import { Frame } from '../frame.tsx';

const end = Date.UTC(2026, 10, 21, 14, 32);
export default function Page() {
  const [shown, setShown] = useState<ReadonlySet<Level>>(new Set(['info', 'warn', 'error', 'critical']));
  const [picked, setPicked] = useState('');
  const buckets = useMemo(
    () =>
      Array.from({ length: 60 }, (_, i) => ({
        start: end - (60 - i) * 60_000,
        counts: {
          info: 700 + ((i * 53) % 300),
          warn: i > 34 && i < 41 ? 200 : 10,
          error: i > 34 && i < 41 ? 50 : i % 9 === 0 ? 1 : 0,
          critical: i === 37 ? 3 : 0,
        },
      })),
    [],
  );
  const times = useMemo(() => Array.from({ length: 240 }, (_, i) => end - (240 - i) * 15_000), []);
  const series = useMemo(
    () =>
      Array.from({ length: 10 }, (_, s) => ({
        id: String(s),
        name: `{namespace="checkout", pod="api-7f9c6b4d8-${s}"}`,
        values: times.map((_, i) =>
          s === 2 && i > 100 && i < 130 ? null : (s + 1) * 1e6 + 4e5 * Math.sin(i / 20 + s),
        ),
      })),
    [times],
  );
  return (
    <Frame>
      <PageHeader title="Charts" about={picked} />
      <LogHistogram
        label="48,312 lines in one hour."
        buckets={buckets}
        stepMs={60_000}
        counts={{ info: 45870, warn: 2018, error: 412, critical: 12 }}
        filter={{
          shown,
          onToggle: (l) => {
            const n = new Set(shown);
            if (!n.delete(l)) n.add(l);
            setShown(n);
          },
        }}
        missing={{ from: end - 400_000, to: end, label: 'fra-2 incomplete' }}
        onSelectRange={(a, b) => setPicked(`${new Date(a).toISOString()} ${new Date(b).toISOString()}`)}
      />
      <div className="p-4">
        <TimeSeriesGraph
          label="Ten series"
          times={times}
          series={series}
          format={formatBytes}
          range={{ from: end - 3_600_000, to: end }}
          onSelectRange={(a, b) => setPicked(`${new Date(a).toISOString()} ${new Date(b).toISOString()}`)}
        />
      </div>
      <LogHistogramSkeleton />
    </Frame>
  );
}
