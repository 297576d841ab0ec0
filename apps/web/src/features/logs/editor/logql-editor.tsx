'use client';
import { useMemo, useRef } from 'react';
import { CodeEditor, type CodeEditorProps } from '@/features/query/editor/code-editor.tsx';
import type { LabelSource } from '../data/label-source.ts';
import { logqlLanguage } from './logql-language.ts';

export type LogqlEditorProps = Omit<CodeEditorProps, 'label' | 'language' | 'placeholder'> & {
  labels: LabelSource;
  /** Names of parsed fields, offered behind a pipe. */
  fields: readonly string[];
};

/** Loaded lazily by LogqlField, with the whole of CodeMirror. */
export default function LogqlEditor({ labels, fields, ...editor }: LogqlEditorProps) {
  const known = useRef(fields);
  known.current = fields;
  const language = useMemo(() => logqlLanguage(labels, () => known.current), [labels]);
  return <CodeEditor {...editor} label="LogQL query" placeholder='{namespace="checkout"}' language={language} />;
}
