'use client';
import { useState } from 'react';
import type { TelemetryProject } from '@/features/query/telemetry-project.ts';
import { Button } from '@/ui/button.tsx';
import { formatCount, formatPlural } from '@/ui/format/count.ts';
import { absoluteRange } from '@/ui/time/range.ts';
import { PHONE, useMedia } from '@/ui/use-media.ts';
import { FEW_SERIES, type GraphData } from '../data/read-matrix.ts';
import type { Answer } from '../hooks/use-answers.ts';
import type { Metrics } from '../hooks/use-metrics.ts';
import { GraphResult } from './graph-result.tsx';
import { type PaneActions, ResultPane } from './result-pane.tsx';

/** More lines than this tell nobody anything, and cost a second to draw. */
const MOST_DRAWN = 200;

type GraphPaneProps = {
  project: TelemetryProject;
  metrics: Metrics;
  answer: Answer<GraphData>;
  actions: PaneActions;
};

export function GraphPane({ project, metrics, answer, actions }: GraphPaneProps) {
  const [all, setAll] = useState(false);
  const phone = useMedia(PHONE);
  const drawnOf = (data: GraphData) => Math.min(data.series.length, all ? MOST_DRAWN : FEW_SERIES);
  const height = metrics.graphs.length > 1 || phone ? 200 : 300;
  return (
    <ResultPane
      project={project}
      metrics={metrics}
      answer={answer}
      actions={actions}
      count={(data) => data.series.length + data.histograms}
      about={(data) => <SeriesCount data={data} drawn={drawnOf(data)} all={all} onAll={setAll} />}
    >
      {(data) => (
        <GraphResult
          letter={answer.query.letter}
          text={answer.query.text}
          data={data}
          drawn={drawnOf(data)}
          height={height}
          onSelectRange={(from, to) => metrics.url.setRange(absoluteRange(from, to))}
        />
      )}
    </ResultPane>
  );
}

type SeriesCountProps = { data: GraphData; drawn: number; all: boolean; onAll: (all: boolean) => void };

function SeriesCount({ data, drawn, all, onAll }: SeriesCountProps) {
  const total = data.series.length;
  if (total <= FEW_SERIES) {
    return <span className="shrink-0 text-small text-ink3">{formatPlural(total, 'series', 'series')}</span>;
  }
  return (
    <>
      <span className="tnum shrink-0 text-small text-ink3">
        {drawn} of {formatCount(total)} series, the highest
      </span>
      <Button size="small" onClick={() => onAll(!all)}>
        {all ? `Show ${FEW_SERIES}` : total > MOST_DRAWN ? `Show ${MOST_DRAWN}` : `Show all ${total}`}
      </Button>
    </>
  );
}
