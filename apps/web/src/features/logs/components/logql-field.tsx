'use client';
import { lazy, Suspense } from 'react';
import { EditorFallback } from '@/features/query/editor/editor-fallback.tsx';
import type { LogqlEditorProps } from '../editor/logql-editor.tsx';
import { TonedQuery } from './toned-query.tsx';

const LogqlEditor = lazy(() => import('../editor/logql-editor.tsx'));

export function LogqlField(props: LogqlEditorProps) {
  return (
    <Suspense
      fallback={
        <EditorFallback>
          <TonedQuery query={props.value} />
        </EditorFallback>
      }
    >
      <LogqlEditor {...props} />
    </Suspense>
  );
}
