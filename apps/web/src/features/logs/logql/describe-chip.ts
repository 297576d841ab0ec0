import { literalsOfPattern } from '@/features/query/pattern.ts';
import type { LogQuery, Matcher, MatchOperator, Stage } from './query-model.ts';

/** Where a chip's part stands in the model. */
export type ChipPlace = { readonly in: 'matchers' | 'stages'; readonly index: number };

/** A chip in words: "container in api, webhook". `raw` chips carry only their text in `value`. */
export interface Chip {
  readonly place: ChipPlace;
  readonly key: string;
  readonly word: string;
  readonly value: string;
}

export function describeChips(query: LogQuery): Chip[] {
  return [
    ...query.matchers.map((matcher, index) => ({ place: { in: 'matchers', index } as const, ...describe(matcher) })),
    ...query.stages.map((stage, index) => ({ place: { in: 'stages', index } as const, ...describeStage(stage) })),
  ];
}

function describe({ label, operator, value }: Matcher): Omit<Chip, 'place'> {
  const several = operator === '=~' || operator === '!~' ? literalsOfPattern(value) : undefined;
  if (several === undefined || several.length < 2) return { key: label, word: WORD[operator], value: value || 'empty' };
  return { key: label, word: operator === '=~' ? 'in' : 'not in', value: several.join(', ') };
}

const WORD: Record<MatchOperator, string> = {
  '=': 'is',
  '!=': 'is not',
  '=~': 'matches',
  '!~': 'does not match',
};

const LINE_WORD = { '|=': 'contains', '!=': 'not contains', '|~': 'matches', '!~': 'does not match' } as const;

function describeStage(stage: Stage): Omit<Chip, 'place'> {
  switch (stage.kind) {
    case 'line':
      return { key: 'line', word: LINE_WORD[stage.operator], value: stage.values.join(' or ') };
    case 'parser':
      return { key: 'parse', word: 'as', value: stage.name };
    case 'field':
      return describe({ label: stage.field, operator: stage.operator, value: stage.value });
    case 'compare':
      return { key: stage.field, word: stage.operator.replace('==', '='), value: stage.literal };
    case 'raw':
      return { key: '', word: '', value: stage.text };
  }
}
