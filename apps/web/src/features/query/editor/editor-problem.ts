import type { StoreError } from '../store-error.ts';

/** A mistake in a query: UTF-16 offsets into exactly this text. */
export interface EditorProblem {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/** Where the store stumbled, when it says so and the text it got is the one in the editor. */
export function problemOf(text: string, error: StoreError | null | undefined): EditorProblem | undefined {
  const position = error?.position;
  if (!error || position === undefined) return undefined;
  const lines = text.split('\n');
  const line = lines[position.line - 1];
  if (line === undefined) return undefined;
  const before = lines.slice(0, position.line - 1).reduce((sum, earlier) => sum + earlier.length + 1, 0);
  const from = Math.min(before + Math.min(position.column - 1, line.length), text.length);
  const word = /^\s*(\w+|\S)/.exec(text.slice(from))?.[0].length ?? 0;
  return { text, from, to: from + word, message: error.message };
}

/** Both name the same mistake, so that a page need not draw itself again. */
export function isSameProblem(a: EditorProblem | undefined, b: EditorProblem | undefined): boolean {
  return a?.text === b?.text && a?.from === b?.from && a?.to === b?.to && a?.message === b?.message;
}
