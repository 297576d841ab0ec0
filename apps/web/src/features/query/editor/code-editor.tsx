'use client';
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { type Diagnostic, forceLinting, forEachDiagnostic, linter } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderText, tooltips } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import type { EditorProblem } from './editor-problem.ts';
import { editorLook } from './editor-theme.ts';

export type CodeEditorProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onRun: () => void;
  /** The language with its completion and linter; make it once. */
  language: Extension;
  placeholder?: string;
  /** A mistake that the store found in exactly this text. */
  storeProblem?: EditorProblem;
  /** The first mistake in the text, told a moment after the typing stops. */
  onProblem: (problem: EditorProblem | undefined) => void;
  autoFocus?: boolean;
};

/** A query editor. Ctrl-Enter runs; Tab leaves it, as everywhere on the page. */
export function CodeEditor(props: CodeEditorProps) {
  const { label, value, language, placeholder = '', storeProblem, autoFocus = false } = props;
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const parts = useRef(new Compartment());
  const latest = useRef(props);
  latest.current = props;

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; the effects below bring later values in.
  useEffect(() => {
    if (box.current === null) return;
    const editor = new EditorView({
      parent: box.current,
      state: EditorState.create({
        doc: value,
        extensions: [
          parts.current.of(language),
          Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => run(latest.current) }])),
          history(),
          bracketMatching(),
          closeBrackets(),
          autocompletion({ icons: false, maxRenderedOptions: 50 }),
          keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap]),
          linter((current) => storeDiagnostics(current, latest.current.storeProblem), { delay: 0 }),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off' }),
          tooltips({ parent: box.current.closest<HTMLElement>('[role=dialog]') ?? document.body }),
          placeholderText(placeholder),
          editorLook,
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
            latest.current.onProblem(firstProblem(update.state));
          }),
        ],
      }),
    });
    view.current = editor;
    if (autoFocus) {
      editor.focus();
      editor.dispatch({ selection: { anchor: editor.state.doc.length } });
    }
    return () => {
      editor.destroy();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    const current = editor?.state.doc.toString();
    if (!editor || current === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => view.current?.dispatch({ effects: parts.current.reconfigure(language) }), [language]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the linter reads the latest problem by itself.
  useEffect(() => {
    if (view.current) forceLinting(view.current);
  }, [storeProblem]);

  return <div ref={box} className="min-w-0 flex-1" />;
}

function run(props: CodeEditorProps): true {
  props.onRun();
  return true;
}

function storeDiagnostics(view: EditorView, problem: EditorProblem | undefined): Diagnostic[] {
  if (problem?.text !== view.state.doc.toString()) return [];
  const { from, to, message } = problem;
  return [{ from, to: Math.max(to, Math.min(from + 1, view.state.doc.length)), message, severity: 'error' }];
}

function firstProblem(state: EditorState): EditorProblem | undefined {
  let first: EditorProblem | undefined;
  forEachDiagnostic(state, (diagnostic, from, to) => {
    if (first === undefined || from < first.from) {
      first = { text: state.doc.toString(), from, to, message: diagnostic.message };
    }
  });
  return first;
}
