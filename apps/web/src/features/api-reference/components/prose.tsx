/** Text whose `code` is set as code. */
export function Prose({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes.
      <code key={index} className="mono">
        {part}
      </code>
    ) : (
      part
    ),
  );
}
