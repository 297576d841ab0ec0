import { quote } from '@/features/query/go-string.ts';
import type { LogQuery, Matcher, Stage } from './query-model.ts';

/** The model as LogQL. Reading the result gives the same model again. */
export function writeQuery(query: LogQuery): string {
  return [writeSelector(query.matchers), ...query.stages.map(writeStage)].join(' ');
}

export function writeSelector(matchers: readonly Matcher[]): string {
  return `{${matchers.map(({ label, operator, value }) => `${label}${operator}${quote(value)}`).join(', ')}}`;
}

function writeStage(stage: Stage): string {
  switch (stage.kind) {
    case 'line':
      return `${stage.operator} ${stage.values.map(quote).join(' or ')}`;
    case 'parser':
      return `| ${stage.name}`;
    case 'field':
      return `| ${stage.field} ${stage.operator} ${quote(stage.value)}`;
    case 'compare':
      return `| ${stage.field} ${stage.operator} ${stage.literal}`;
    case 'raw':
      return stage.text;
  }
}
