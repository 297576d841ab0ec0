'use client';
import { type Diagnostic, linter } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
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
    linter(
      async (view) => {
        if (view.state.doc.toString().trim() === '') return [];
        return (await check(view)).map((found) => ({ ...found, message: sayProblem(view, found) }));
      },
      { delay: LINT_DELAY_MS },
    ),
  ];
}

/** The grammar's own words, as a sentence with its place. */
function sayProblem({ state }: EditorView, { from, message }: Diagnostic): string {
  const line = state.doc.lineAt(from);
  const words = message === 'unexpected expression' ? 'what stands here is no PromQL' : message;
  return `Line ${line.number}, character ${from - line.from + 1}: ${words}.`;
}
