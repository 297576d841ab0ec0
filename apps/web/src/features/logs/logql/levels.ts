import type { Level } from '@/ui/charts/level.ts';
import { levelOf } from '../level.ts';
import { conditionOf, isNegated, valuesOf } from './edit-query.ts';
import { ALL_LINES, type LogQuery, type Matcher } from './query-model.ts';

const isLevel = (matcher: Matcher) => matcher.label === 'level';

/** The values of the `level` label that the query leaves out by "is not" and "not in". */
export function excludedLevels(query: LogQuery): string[] {
  const exclusions = query.matchers.filter((matcher) => isLevel(matcher) && isNegated(matcher.operator));
  return exclusions.flatMap((matcher) => valuesOf(matcher) ?? []);
}

/** Levels that the query leaves out by "is not" and "not in". */
export function hiddenLevels(query: LogQuery): ReadonlySet<Level> {
  return new Set(excludedLevels(query).map(levelOf));
}

/**
 * The legend's press: hides a level in every spelling that the streams carry ("warn", "warning"; "" for
 * none), or shows it again.
 */
export function hideLevel(query: LogQuery, spellings: readonly string[]): LogQuery {
  return withExcluded(query, [...new Set([...excludedLevels(query), ...spellings])]);
}

export function showLevel(query: LogQuery, level: Level): LogQuery {
  const excluded = excludedLevels(query).filter((value) => levelOf(value) !== level);
  return withExcluded(query, excluded);
}

/** The query with all its levels, for the legend's counts. */
export function withoutExclusions(query: LogQuery): LogQuery {
  return withExcluded(query, []);
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
