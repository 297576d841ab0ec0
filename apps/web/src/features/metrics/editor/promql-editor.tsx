'use client';
import { linter } from '@codemirror/lint';
import { PromQLExtension } from '@prometheus-io/codemirror-promql';
import { useMemo } from 'react';
import { CodeEditor, type CodeEditorProps } from '@/features/query/editor/code-editor.tsx';
import type { MetricSource } from '../data/metric-source.ts';
import { completionFrom } from './completion.ts';

export type PromqlEditorProps = Omit<CodeEditorProps, 'language' | 'placeholder'> & { source: MetricSource };

/** After the typing stops: nobody is told off in the middle of a word. */
const LINT_DELAY_MS = 600;

/** Loaded lazily by PromqlField, with the whole of CodeMirror and the grammar. */
export default function PromqlEditor({ source, ...editor }: PromqlEditorProps) {
  const language = useMemo(() => promqlLanguage(source), [source]);
  return (
    <CodeEditor {...editor} placeholder='rate(http_requests_total{namespace="checkout"}[5m])' language={language} />
  );
}

function promqlLanguage(source: MetricSource) {
  const promql = new PromQLExtension().setComplete({ completeStrategy: completionFrom(source) });
  const lint = promql.getLinter();
  const check = lint.promQL.call(lint);
  return [
    promql.activateLinter(false).asExtension(),
    linter((view) => (view.state.doc.toString().trim() === '' ? [] : check(view)), { delay: LINT_DELAY_MS }),
  ];
}
