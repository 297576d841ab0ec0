import { EditorView } from '@codemirror/view';

/** Puts a word at the cursor of the editor inside an element; false where none is. */
export function insertText(inside: HTMLElement, text: string): boolean {
  const content = inside.querySelector<HTMLElement>('.cm-editor');
  const view = content === null ? null : EditorView.findFromDOM(content);
  if (view === null) return false;
  const { from } = view.state.selection.main;
  const touches = /[\w)\]}"]/.test(view.state.sliceDoc(Math.max(0, from - 1), from));
  view.dispatch(view.state.replaceSelection(touches ? ` ${text}` : text));
  view.focus();
  return true;
}
