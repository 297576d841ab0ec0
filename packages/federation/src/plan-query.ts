import { type Expression, isScalar, type Labelling, type Matching } from './expression.ts';
import { refuseAcross } from './refusal.ts';
import { isTenantwise } from './tenantwise.ts';
import { elementwise } from './values.ts';

/** How the answers of parts to one query become one. */
export type Joining = 'beside' | 'sum' | 'min' | 'max' | 'group';

/** What is asked of the parts, and what is then worked out here. `leaf` counts the questions. */
export type Step =
  | { readonly type: 'leaf'; readonly leaf: number; readonly joining: Joining }
  /** The same everywhere: asked of one part. A scalar, or one series without labels. */
  | { readonly type: 'constant'; readonly leaf: number; readonly isScalar: boolean }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'mapped'; readonly name: string; readonly figures: readonly number[]; readonly inner: Step }
  | { readonly type: 'sorted'; readonly isDescending: boolean; readonly inner: Step }
  | {
      readonly type: 'ranked';
      readonly count: number;
      readonly isTop: boolean;
      readonly grouping: Labelling;
      readonly inner: Step;
    }
  | { readonly type: 'aggregated'; readonly operation: string; readonly grouping: Labelling; readonly inner: Step }
  | {
      readonly type: 'binary';
      readonly operator: string;
      readonly isBool: boolean;
      readonly matching: Matching;
      readonly left: Step;
      readonly right: Step;
    };

export interface Question {
  readonly query: string;
  /** Of one part only: the answer is the same everywhere. */
  readonly isOnce: boolean;
}

export interface QueryPlan {
  readonly questions: readonly Question[];
  readonly step: Step;
}

/** Operations whose results of parts give the result of the whole. */
const joinings: Readonly<Record<string, Joining>> = {
  sum: 'sum',
  count: 'sum',
  min: 'min',
  max: 'max',
  group: 'group',
};
const workedOut = new Set(['sum', 'count', 'min', 'max', 'group', 'avg']);
const setOperators = new Set(['and', 'or', 'unless']);

/**
 * Divides a query into questions to the parts and what is made of their answers here.
 *
 * @throws OrielError `bad_input` with a sentence where the result would not be certain to be the whole's.
 */
export function planQuery(expression: Expression): QueryPlan {
  const questions: Question[] = [];
  const ask = (query: string, isOnce = false) => questions.push({ query, isOnce }) - 1;
  const leaf = (query: string, joining: Joining): Step => ({ type: 'leaf', leaf: ask(query), joining });
  return { step: stepOf(expression), questions };

  function stepOf(asked: Expression): Step {
    if (asked.type === 'aggregation') return aggregate(asked);
    if (isTenantwise(asked)) return leaf(asked.text, 'beside');
    switch (asked.type) {
      case 'number':
        return { type: 'number', value: asked.value };
      case 'scalar':
      case 'vector':
        return { type: 'constant', leaf: ask(asked.text, true), isScalar: asked.type === 'scalar' };
      case 'negation':
        return { type: 'mapped', name: '-', figures: [], inner: stepOf(asked.inner) };
      case 'call':
        return call(asked);
      case 'binary':
        return binary(asked);
      default:
        throw refuseAcross('A subquery or a text over all of them is not the sum of its parts; ask for what is in it.');
    }
  }

  function aggregate(asked: Expression & { readonly type: 'aggregation' }): Step {
    const { operation, grouping, parameter, inner } = asked;
    if (operation === 'sort' || operation === 'sort_desc') {
      return { type: 'sorted', isDescending: operation === 'sort_desc', inner: stepOf(inner) };
    }
    if (operation === 'topk' || operation === 'bottomk') {
      if (parameter?.type !== 'number') throw refuseAcross(`Give ${operation} a plain number.`);
      const common = {
        type: 'ranked',
        count: Math.trunc(parameter.value),
        isTop: operation === 'topk',
        grouping,
      } as const;
      return { ...common, inner: isTenantwise(inner) ? leaf(asked.text, 'beside') : stepOf(inner) };
    }
    if (!isTenantwise(inner)) {
      if (!workedOut.has(operation)) throw cannotAggregate(operation);
      return { type: 'aggregated', operation, grouping, inner: stepOf(inner) };
    }
    const joining = joinings[operation];
    if (joining !== undefined) return leaf(asked.text, joining);
    if (isTenantwise(asked)) return leaf(asked.text, 'beside');
    if (operation !== 'avg') throw cannotAggregate(operation);
    const [left, right] = [leaf(asked.textWith('sum'), 'sum'), leaf(asked.textWith('count'), 'sum')];
    return { type: 'binary', operator: '/', isBool: false, matching: everyLabel, left, right };
  }

  function call({ name, arguments: given }: Expression & { readonly type: 'call' }): Step {
    const [inner, ...others] = given;
    if (inner && (name === 'sort' || name === 'sort_desc')) {
      return { type: 'sorted', isDescending: name === 'sort_desc', inner: stepOf(inner) };
    }
    if (!inner || !Object.hasOwn(elementwise, name)) {
      throw refuseAcross(`The result of ${name}() over all of them does not follow from its parts.`);
    }
    const figures = others.flatMap((one) => (one.type === 'number' ? [one.value] : []));
    if (figures.length !== others.length) throw refuseAcross(`Give ${name}() plain numbers.`);
    return { type: 'mapped', name, figures, inner: stepOf(inner) };
  }

  function binary(asked: Expression & { readonly type: 'binary' }): Step {
    const { operator, isBool, matching, left, right } = asked;
    if (matching.isGrouped || !asked.isPlain) {
      throw refuseAcross('Series of several tenants would be matched; put __tenant_id__ into the list of on(…).');
    }
    // Which of the two binds stronger is not the same in all grammars.
    if (operator === '^' && /^[+-]/.test(left.text))
      throw refuseAcross('Put a signed number before ^ into parentheses.');
    if (setOperators.has(operator) && (isScalar(left) || isScalar(right))) {
      throw refuseAcross(`There are series on both sides of ${operator}.`);
    }
    return { type: 'binary', operator, isBool, matching, left: stepOf(left), right: stepOf(right) };
  }
}

const everyLabel: Matching = { only: false, labels: [], isGrouped: false };

function cannotAggregate(operation: string) {
  return refuseAcross(
    `${operation} over all of them does not follow from its parts; group by __tenant_id__ (sum, count, min, max, avg, group, topk and bottomk may be grouped as you like).`,
  );
}
