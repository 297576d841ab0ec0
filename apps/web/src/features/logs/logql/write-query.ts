import { quoteForPeople } from '@oriel/query-scope/go-string';
import type { LogQuery, Matcher, Stage } from './query-model.ts';

/** The model as LogQL. Reading the result gives the same model again. */
export function writeQuery(query: LogQuery): string {
  return [writeSelector(query.matchers), ...query.stages.map(writeStage)].join(' ');
}

export function writeSelector(matchers: readonly Matcher[]): string {
  return `{${matchers.map(({ label, operator, value }) => `${label}${operator}${quoteForPeople(value)}`).join(', ')}}`;
}

function writeStage(stage: Stage): string {
  switch (stage.kind) {
    case 'line':
      return `${stage.operator} ${stage.values.map(quoteForPeople).join(' or ')}`;
    case 'parser':
      return `| ${stage.name}`;
    case 'field':
      return `| ${stage.field} ${stage.operator} ${quoteForPeople(stage.value)}`;
    case 'compare':
      return `| ${stage.field} ${stage.operator} ${stage.literal}`;
    case 'raw':
      return stage.text;
  }
}
