'use client';
import { lazy, Suspense } from 'react';
import type { CodeEditorProps } from './code-editor.tsx';

const CodeEditor = lazy(() => import('./code-editor.tsx'));

/** The editor's code arrives after the page; until then the query is there to read. */
export function QueryEditor(props: CodeEditorProps) {
  const text = props.value === '' ? props.placeholder : props.value;
  return (
    <Suspense
      fallback={<code className="mono min-w-0 flex-1 truncate leading-5 whitespace-pre text-ink1">{text}</code>}
    >
      <CodeEditor {...props} />
    </Suspense>
  );
}
