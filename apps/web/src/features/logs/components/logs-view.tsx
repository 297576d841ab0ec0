'use client';
import { useCallback, useMemo, useState } from 'react';
import { problemOf } from '@/features/query/editor/editor-problem.ts';
import type { TelemetryProject } from '@/features/query/telemetry-project.ts';
import type { Level } from '@/ui/charts/level.ts';
import { Sheet } from '@/ui/sheet.tsx';
import { absoluteRange } from '@/ui/time/range.ts';
import { PHONE, useMedia } from '@/ui/use-media.ts';
import type { CountedLabel } from '../data/label-counts.ts';
import { useLabelCounts } from '../hooks/use-label-counts.ts';
import { fixedAddress, useEdit, useLineActions } from '../hooks/use-line-actions.ts';
import { useLoadedFields } from '../hooks/use-loaded-fields.ts';
import { useLogs } from '../hooks/use-logs.ts';
import { hiddenLevels, hideLevel, showLevel } from '../logql/levels.ts';
import { writeQuery } from '../logql/write-query.ts';
import { FieldSidebar } from './field-sidebar.tsx';
import { HistogramPane } from './histogram-pane.tsx';
import { LinesPane } from './lines-pane.tsx';
import { QueryPane } from './query-pane.tsx';

type LogsViewProps = { project: TelemetryProject; renderedAt: number };

/** The panes edge to edge: query, volume, then fields beside lines. */
export function LogsView({ project, renderedAt }: LogsViewProps) {
  const logs = useLogs(project, renderedAt);
  const { url, run, lines, histogram, draft } = logs;
  const phone = useMedia(PHONE);
  const [fieldsOpen, setFieldsOpen] = useState(false);
  const [openLabels, setOpenLabels] = useState<CountedLabel[]>(['level']);
  const sidebar = !phone || fieldsOpen;
  const labels = useLabelCounts(logs.store, run, { enabled: sidebar, open: openLabels });
  const loaded = useLoadedFields(lines.lines, true);
  const actions = useLineActions(run, url);
  const edit = useEdit(run?.model, url);
  const sources = useMemo(() => ({ labels: logs.labels, fields: loaded.fields }), [logs.labels, loaded.fields]);

  const toggleLevel = useCallback(
    (level: Level) =>
      edit((query) =>
        hiddenLevels(query).has(level)
          ? showLevel(query, level)
          : hideLevel(query, histogram.data?.spellings.get(level) ?? [level]),
      ),
    [edit, histogram.data],
  );
  const { setRange } = url;
  const selectRange = useCallback((from: number, to: number) => setRange(absoluteRange(from, to)), [setRange]);
  const { refetch } = histogram;
  const retryHistogram = useCallback(() => void refetch(), [refetch]);
  const fields = (
    <FieldSidebar
      labels={labels}
      openLabels={openLabels}
      onOpenLabels={setOpenLabels}
      loaded={loaded}
      total={logs.total}
      actions={actions}
    />
  );

  return (
    <div className="flex min-h-[560px] flex-1 flex-col">
      <h1 className="sr-only">Logs of {project.name}</h1>
      <QueryPane
        draft={draft}
        clusters={url.clusters}
        sources={sources}
        estimate={logs.estimate}
        running={lines.loading || histogram.isFetching}
        storeProblem={problemOf(draft.text, run?.query === run?.text ? lines.error : null)}
        historyKey={logs.historyKey}
        shareLink={() => fixedAddress(run, url.row)}
        onRun={() => logs.runText(draft.text)}
        onRunText={logs.runText}
        onEdit={(query) => logs.runText(writeQuery(query))}
        onWholeScope={() => void url.set({ cluster: null })}
      />
      {run?.kind !== 'numbers' && run?.kind !== 'broken' && (
        <HistogramPane
          histogram={histogram.data}
          outdated={histogram.isPlaceholderData}
          error={histogram.isFetching ? null : histogram.error}
          linesFailed={lines.error !== null}
          onRetry={retryHistogram}
          onToggleLevel={toggleLevel}
          onSelectRange={selectRange}
        />
      )}
      <div className="flex min-h-0 flex-1">
        {!phone && (
          <aside
            aria-label="Fields"
            className="w-56 shrink-0 overflow-y-auto border-r border-line2 [scrollbar-width:none] phone:hidden"
          >
            {fields}
          </aside>
        )}
        <LinesPane
          project={project}
          logs={logs}
          actions={actions}
          fieldCount={loaded.fields.length}
          onFields={() => setFieldsOpen(true)}
        />
      </div>
      {phone && (
        <Sheet title="Fields" open={fieldsOpen} onOpenChange={setFieldsOpen}>
          {fields}
        </Sheet>
      )}
    </div>
  );
}
