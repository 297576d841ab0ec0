import { type LogLevel, levelOf } from '../level.ts';
import { conditionOf, isNegated, valuesOf } from './edit-query.ts';
import { ALL_LINES, type LogQuery, type Matcher } from './query-model.ts';

const isLevel = (matcher: Matcher) => matcher.label === 'level';

function excludedValues(query: LogQuery): string[] {
  const exclusions = query.matchers.filter((matcher) => isLevel(matcher) && isNegated(matcher.operator));
  return exclusions.flatMap((matcher) => valuesOf(matcher) ?? []);
}

/** Levels that the query leaves out by "is not" and "not in". */
export function hiddenLevels(query: LogQuery): ReadonlySet<LogLevel> {
  return new Set(excludedValues(query).map(levelOf));
}

/**
 * The legend's press: hides a level in every spelling that the streams carry ("warn", "warning"; "" for
 * none), or shows it again.
 */
export function hideLevel(query: LogQuery, spellings: readonly string[]): LogQuery {
  return withExcluded(query, [...new Set([...excludedValues(query), ...spellings])]);
}

export function showLevel(query: LogQuery, level: LogLevel): LogQuery {
  const excluded = excludedValues(query).filter((value) => levelOf(value) !== level);
  return withExcluded(query, excluded);
}

function withExcluded(query: LogQuery, values: readonly string[]): LogQuery {
  const kept = query.matchers.filter(
    (matcher) => !isLevel(matcher) || !isNegated(matcher.operator) || valuesOf(matcher) === undefined,
  );
  const named = values.filter((value) => value !== '');
  const exclusions: Matcher[] = [];
  // The empty value has a matcher of its own: inside a pattern nobody would notice it.
  if (named.length < values.length) exclusions.push({ label: 'level', operator: '!=', value: '' });
  if (named.length > 0) exclusions.push({ label: 'level', ...conditionOf(named, true) });
  return { ...query, matchers: [...(kept.length > 0 ? kept : ALL_LINES.matchers), ...exclusions] };
}
