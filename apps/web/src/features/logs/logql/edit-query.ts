import { escapePattern, literalsOfPattern } from '@/features/query/pattern.ts';
import type { ChipPlace } from './describe-chip.ts';
import { ALL_LINES, type LogQuery, type Matcher, type MatchOperator, type Stage } from './query-model.ts';

/** A choice of values for one label or field, as the builder offers it. */
export interface Condition {
  readonly operator: MatchOperator;
  readonly value: string;
}

/** "is" one value, "in" several; `negated` for "is not" and "not in". */
export function conditionOf(values: readonly string[], negated = false): Condition {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return { operator: negated ? '!=' : '=', value: only };
  return { operator: negated ? '!~' : '=~', value: values.map(escapePattern).join('|') };
}

/** The values of an is, in, is not or not in; undefined for other patterns. */
export function valuesOf({ operator, value }: Condition): readonly string[] | undefined {
  return operator === '=' || operator === '!=' ? [value] : literalsOfPattern(value);
}

export const isNegated = (operator: MatchOperator) => operator === '!=' || operator === '!~';

/** Takes a part away. A selector that would be left empty selects every line instead. */
export function removePart(query: LogQuery, place: ChipPlace): LogQuery {
  if (place.in === 'stages') return { ...query, stages: query.stages.toSpliced(place.index, 1) };
  return withMatchers(query, query.matchers.toSpliced(place.index, 1));
}

export function setMatcher(query: LogQuery, index: number, matcher: Matcher): LogQuery {
  return withMatchers(query, query.matchers.with(index, matcher));
}

export function setStage(query: LogQuery, index: number, stage: Stage): LogQuery {
  return { ...query, stages: query.stages.with(index, stage) };
}

/** Adds a matcher, taking the place of "every line". */
export function addMatcher(query: LogQuery, matcher: Matcher): LogQuery {
  const kept = query.matchers.filter((old) => !(old.label === 'cluster' && isAnything(old)));
  return withMatchers(query, [...kept, matcher]);
}

/** Line filters go before the parsers, where they cost least; everything else goes last. */
export function addStage(query: LogQuery, stage: Stage): LogQuery {
  if (stage.kind !== 'line') return { ...query, stages: [...query.stages, stage] };
  const first = query.stages.findIndex((old) => old.kind !== 'line');
  return { ...query, stages: query.stages.toSpliced(first === -1 ? query.stages.length : first, 0, stage) };
}

/**
 * + or − on a label's value. A second + widens "is" to "in", a second − "is not" to "not in"; the
 * opposite sign takes the value out of the other condition first.
 */
export function toggleLabel(query: LogQuery, label: string, value: string, negated: boolean): LogQuery {
  const cleared = withMatchers(query, mergeAway(query.matchers, label, value, !negated));
  const index = cleared.matchers.findIndex(
    (matcher) => matcher.label === label && isNegated(matcher.operator) === negated && valuesOf(matcher) !== undefined,
  );
  const old = cleared.matchers[index];
  if (old === undefined) return addMatcher(cleared, { label, ...conditionOf([value], negated) });
  const values = [...new Set([...(valuesOf(old) ?? []), value])];
  return setMatcher(cleared, index, { label, ...conditionOf(values, negated) });
}

function mergeAway(matchers: readonly Matcher[], label: string, value: string, negated: boolean): Matcher[] {
  return matchers.flatMap((matcher) => {
    if (matcher.label !== label || isNegated(matcher.operator) !== negated) return [matcher];
    const values = valuesOf(matcher);
    if (values === undefined || !values.includes(value)) return [matcher];
    const rest = values.filter((other) => other !== value);
    return rest.length === 0 ? [] : [{ label, ...conditionOf(rest, negated) }];
  });
}

/** + or − on a parsed field: adds the parser when the query has none, then the condition. */
export function addField(
  query: LogQuery,
  field: string,
  condition: Condition,
  parser: 'json' | 'logfmt' | undefined,
): LogQuery {
  const parsed = parser === undefined || query.stages.some((stage) => stage.kind === 'parser' && stage.name === parser);
  const base = parsed ? query : addStage(query, { kind: 'parser', name: parser });
  return addStage(base, { kind: 'field', field, ...condition });
}

const isAnything = (matcher: Matcher) =>
  matcher.operator === '=~' && (matcher.value === '.+' || matcher.value === '.*');

/** The store refuses a selector whose every matcher an empty value satisfies. */
function needsValue({ operator, value }: Matcher): boolean {
  if (operator === '=') return value !== '';
  if (operator === '!=') return value === '';
  return acceptsEmpty(value) === (operator === '!~');
}

function acceptsEmpty(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test('');
  } catch {
    return false;
  }
}

function withMatchers(query: LogQuery, matchers: readonly Matcher[]): LogQuery {
  return { ...query, matchers: matchers.some(needsValue) ? matchers : [...ALL_LINES.matchers, ...matchers] };
}
