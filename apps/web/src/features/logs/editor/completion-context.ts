/**
 * What may be written at a place of a LogQL query. A scanner rather than the syntax tree: while somebody
 * types, the tree is broken exactly where the answer is needed.
 */
export type CompletionPlace =
  | { readonly kind: 'label'; readonly from: number }
  | { readonly kind: 'value'; readonly from: number; readonly label: string; readonly others: string }
  /** After a pipe: parsers, formats, and fields to filter by. */
  | { readonly kind: 'stage'; readonly from: number }
  /** Labels to group by. */
  | { readonly kind: 'grouping'; readonly from: number }
  | { readonly kind: 'function'; readonly from: number }
  | { readonly kind: 'nothing' };

type Scan = { quote: string; quoteFrom: number; braceFrom: number };

/** Looks at the text before the cursor only. */
export function completionPlace(before: string): CompletionPlace {
  const { quote, quoteFrom, braceFrom } = scan(before);
  if (quote !== '') return braceFrom === -1 ? { kind: 'nothing' } : valuePlace(before, braceFrom, quoteFrom);
  const typed = /[A-Za-z_]\w*$/.exec(before)?.[0] ?? '';
  const from = before.length - typed.length;
  const lead = before.slice(0, from).trimEnd();
  if (braceFrom !== -1) return /[{,]$/.test(lead) ? { kind: 'label', from } : { kind: 'nothing' };
  if (/\|$/.test(lead)) return { kind: 'stage', from };
  if (/\b(by|without|on|ignoring)\s*\([^)]*$/.test(lead)) return { kind: 'grouping', from };
  if (lead === '' || (typed !== '' && /[(+\-*/%^]$/.test(lead))) return { kind: 'function', from };
  return { kind: 'nothing' };
}

function scan(text: string): Scan {
  let state: Scan = { quote: '', quoteFrom: -1, braceFrom: -1 };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string;
    if (state.quote !== '') {
      if (char === '\\' && state.quote === '"') at += 1;
      else if (char === state.quote) state = { ...state, quote: '' };
    } else if (char === '"' || char === '`') {
      state = { ...state, quote: char, quoteFrom: at };
    } else if (char === '{') {
      state = { ...state, braceFrom: at };
    } else if (char === '}') {
      state = { ...state, braceFrom: -1 };
    } else if (char === '#') {
      const end = text.indexOf('\n', at);
      if (end === -1) return { quote: '#', quoteFrom: at, braceFrom: -1 };
      at = end;
    }
  }
  return state;
}

const MATCHER = /([A-Za-z_]\w*)\s*(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|`[^`]*`)/g;

/** `others` are the selector's other matchers, to narrow the values to those that occur with them. */
function valuePlace(before: string, braceFrom: number, quoteFrom: number): CompletionPlace {
  const selector = before.slice(braceFrom + 1, quoteFrom);
  const label = /([A-Za-z_]\w*)\s*(?:=~|!~|!=|=)\s*$/.exec(selector)?.[1];
  if (label === undefined) return { kind: 'nothing' };
  const others = [...selector.matchAll(MATCHER)].filter((found) => found[1] !== label).map((found) => found[0]);
  return { kind: 'value', from: quoteFrom + 1, label, others: others.join(', ') };
}
