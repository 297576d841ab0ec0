import { describeChips } from './describe-chip.ts';
import { isNegated, valuesOf } from './edit-query.ts';
import type { LogQuery, Matcher } from './query-model.ts';
import { writeQuery } from './write-query.ts';

/** A query in two lines for a narrow screen: "checkout, 3 containers, no debug" over its pipeline. */
export function summarizeQuery(query: LogQuery): { selector: string; pipeline: string } {
  const isAll = query.matchers.length === 1 && query.matchers[0]?.value === '.+';
  return {
    selector: isAll ? 'every stream' : query.matchers.map(summarize).join(', '),
    pipeline: query.stages.length === 0 ? '' : writeQuery({ matchers: [], stages: query.stages }).slice('{} '.length),
  };
}

function summarize(matcher: Matcher): string {
  const values = valuesOf(matcher);
  if (values === undefined) {
    const [chip] = describeChips({ matchers: [matcher], stages: [] });
    return `${matcher.label} ${chip?.word === 'matches' ? '' : 'not '}${matcher.value}`;
  }
  const what = values.length === 1 ? values[0] || `empty ${matcher.label}` : `${values.length} ${matcher.label}s`;
  return isNegated(matcher.operator) ? `no ${what}` : `${what}`;
}
