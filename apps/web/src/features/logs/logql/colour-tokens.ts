import { Identifier, parser, String as StringNode } from '@grafana/lezer-logql';

export type TokenTone = 'string' | 'function' | 'key' | 'other';
export interface Token {
  readonly text: string;
  readonly tone: TokenTone;
}

const WORD = /^[a-z_]+$/i;

/** Cuts a query into toned pieces, to show it where no editor is; together they are the text. */
export function colourTokens(query: string, from = 0): Token[] {
  const tokens: Token[] = [];
  let at = from;
  const push = (to: number, tone: TokenTone) => {
    if (to <= at) return;
    const text = query.slice(at, to);
    const last = tokens.at(-1);
    if (last?.tone === tone) tokens[tokens.length - 1] = { text: last.text + text, tone };
    else tokens.push({ text, tone });
    at = to;
  };
  parser.parse(query).iterate({
    enter(node) {
      if (node.node.firstChild !== null || node.to <= at) return;
      push(node.from, 'other');
      if (node.type.id === StringNode) push(node.to, 'string');
      else if (node.type.id === Identifier) push(node.to, 'key');
      else push(node.to, WORD.test(query.slice(node.from, node.to)) ? 'function' : 'other');
    },
  });
  push(query.length, 'other');
  return tokens;
}
