import { colourTokens, type TokenTone } from '../logql/colour-tokens.ts';

const TONE: Record<TokenTone, string> = {
  string: 'text-ok',
  function: 'text-info',
  key: 'text-ink1',
  other: 'text-ink2',
};

/** A query in the editor's colours, without the editor. */
export function TonedQuery({ query, from }: { query: string; from?: number }) {
  return colourTokens(query, from).map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: tokens of one text never move.
    <span key={index} className={TONE[token.tone]}>
      {token.text}
    </span>
  ));
}
