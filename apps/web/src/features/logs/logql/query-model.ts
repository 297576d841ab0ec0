/**
 * The builder's view of a LogQL query: a selector and a pipeline, each part one chip. What chips
 * cannot hold is kept word for word as a raw stage, so that nothing a person wrote is ever lost.
 */
export type MatchOperator = '=' | '!=' | '=~' | '!~';
export type LineOperator = '|=' | '!=' | '|~' | '!~';
export type CompareOperator = MatchOperator | '==' | '>' | '>=' | '<' | '<=';

export interface Matcher {
  readonly label: string;
  readonly operator: MatchOperator;
  readonly value: string;
}

export type Stage =
  | { readonly kind: 'line'; readonly operator: LineOperator; readonly values: readonly string[] }
  | { readonly kind: 'parser'; readonly name: 'json' | 'logfmt' }
  | { readonly kind: 'field'; readonly field: string; readonly operator: MatchOperator; readonly value: string }
  /** A comparison with a number, duration or size, whose literal stays as it was written: `status >= 500`. */
  | { readonly kind: 'compare'; readonly field: string; readonly operator: CompareOperator; readonly literal: string }
  | { readonly kind: 'raw'; readonly text: string };

export interface LogQuery {
  readonly matchers: readonly Matcher[];
  readonly stages: readonly Stage[];
}

/** Why the chips cannot show a query; the editor then stands alone. */
export type NotShown = 'empty' | 'broken' | 'numbers' | 'comment';

export type ReadQuery = { readonly query: LogQuery } | { readonly notShown: NotShown };

/** Every stream carries this label, so it selects all of them without an empty-compatible matcher. */
export const ALL_LINES: LogQuery = { matchers: [{ label: 'cluster', operator: '=~', value: '.+' }], stages: [] };
