'use client';
import { useMemo } from 'react';
import { TimeSeriesGraph } from '@/ui/charts/time-series-graph.tsx';
import type { ValueScale } from '@/ui/charts/value-axis.ts';
import { formatPlural } from '@/ui/format/count.ts';
import type { GraphData } from '../data/read-matrix.ts';
import { formatValue } from '../promql/format-value.ts';
import { guessUnit, UNIT_WORDS, type Unit } from '../promql/guess-unit.ts';
import { CommonLabels } from './common-labels.tsx';

const SCALES: Readonly<Partial<Record<Unit, ValueScale>>> = { bytes: 'binary', seconds: 'time' };

type GraphResultProps = {
  letter: string;
  text: string;
  data: GraphData;
  /** How many lines are drawn. */
  drawn: number;
  height: number;
  onSelectRange: (from: number, to: number) => void;
};

/** The lines of one query, with what all of them share said once. */
export function GraphResult({ letter, text, data, drawn, height, onSelectRange }: GraphResultProps) {
  const unit = useMemo(() => guessUnit(text), [text]);
  const format = useMemo(() => formatValue(unit), [unit]);
  const series = useMemo(() => data.series.slice(0, drawn), [data.series, drawn]);
  return (
    <div className="min-w-0 px-4 pb-2 phone:px-3">
      <p className="mb-1 flex min-w-0 flex-wrap gap-x-3 text-small text-ink3">
        <span>{UNIT_WORDS[unit]}</span>
        <CommonLabels common={data.common} />
        {data.histograms > 0 && (
          <span>{formatPlural(data.histograms, 'native histogram')} left out: ask for a quantile of them</span>
        )}
      </p>
      <TimeSeriesGraph
        label={`Query ${letter} over time, ${formatPlural(series.length, 'series', 'series')}: ${text}`}
        times={data.times}
        series={series}
        format={format}
        scale={SCALES[unit]}
        range={data.range}
        height={height}
        onSelectRange={onSelectRange}
      />
    </div>
  );
}
