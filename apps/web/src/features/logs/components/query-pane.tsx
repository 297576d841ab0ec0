'use client';
import { useState } from 'react';
import type { EditorProblem } from '@/features/query/editor/editor-problem.ts';
import { PHONE, useMedia } from '@/ui/use-media.ts';
import { CONFIRM_BYTES, type ScanEstimate } from '../data/estimate.ts';
import type { Draft } from '../hooks/use-draft.ts';
import type { LogQuery } from '../logql/query-model.ts';
import { ConfirmScan } from './confirm-scan.tsx';
import { DeskQuery } from './desk-query.tsx';
import type { ValueSources } from './filter-forms.tsx';
import { PhoneQuery } from './phone-query.tsx';

export type QueryPaneProps = {
  draft: Draft;
  clusters: readonly string[];
  sources: ValueSources;
  estimate: ScanEstimate | undefined;
  running: boolean;
  storeProblem: EditorProblem | undefined;
  historyKey: string;
  /** An address with the present range as absolute times. */
  shareLink: () => string;
  onRun: () => void;
  onRunText: (text: string) => void;
  onEdit: (query: LogQuery) => void;
  onWholeScope: () => void;
};

/** The query, wide or folded; asks before a very large read. */
export function QueryPane(props: QueryPaneProps) {
  const phone = useMedia(PHONE);
  const [asked, setAsked] = useState<number>();
  const { estimate, onRun } = props;
  const run = () => {
    if (estimate !== undefined && estimate.bytes > CONFIRM_BYTES) setAsked(estimate.bytes);
    else onRun();
  };
  return (
    <>
      {phone ? (
        <PhoneQuery {...props} onRun={run} />
      ) : (
        <div className="shrink-0 phone:hidden">
          <DeskQuery {...props} onRun={run} />
        </div>
      )}
      <ConfirmScan
        bytes={asked}
        onClose={() => setAsked(undefined)}
        onRun={() => {
          setAsked(undefined);
          onRun();
        }}
      />
    </>
  );
}
