/** Until the editor's code is there, the query is there to read. */
export function EditorFallback({ text }: { text: string }) {
  return <code className="mono min-w-0 flex-1 truncate leading-5 whitespace-pre text-ink1">{text}</code>;
}
