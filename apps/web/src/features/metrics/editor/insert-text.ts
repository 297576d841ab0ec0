import { EditorView } from '@codemirror/view';

/** Puts text at the cursor of the editor inside an element; false where none is. */
export function insertText(inside: HTMLElement, text: string): boolean {
  const content = inside.querySelector<HTMLElement>('.cm-editor');
  const view = content === null ? null : EditorView.findFromDOM(content);
  if (view === null) return false;
  view.dispatch(view.state.replaceSelection(text));
  view.focus();
  return true;
}
