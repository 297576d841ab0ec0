import { cutMatches } from '../message/match-terms.ts';

/** Text with what the line filters look for marked. */
export function Highlight({ text, pattern }: { text: string; pattern: RegExp | undefined }) {
  if (pattern === undefined) return text;
  return cutMatches(text, pattern).map((piece, index) =>
    piece.match ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move.
      <mark key={index} className="rounded-t-[2px] bg-accent-tint text-inherit shadow-[0_1px_0_var(--accent)]">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
