import { aggregate, rank, sort } from './aggregate.ts';
import { combine, everyMoment, type Operand } from './combine.ts';
import type { QueryPlan, Step } from './plan-query.ts';
import { join, keyOf, pick, type RawSeries, type Result, resultFrom, resultOf, rowsOf, sameSeries } from './rows.ts';
import { elementwise } from './values.ts';

/**
 * The result of the whole from what the parts answered to each question.
 *
 * @param answers for each question of the plan, those of its parts.
 */
export function evaluate({ step }: QueryPlan, answers: readonly (readonly unknown[])[], isRange: boolean): Result {
  const resultsOf = (leaf: number) => (answers[leaf] ?? []).map(resultOf);
  if (step.type === 'leaf' && step.joining === 'beside') return beside(resultsOf(step.leaf), isRange);
  if (step.type === 'constant') return resultsOf(step.leaf)[0] ?? resultFrom([], isRange);
  return resultFrom(work(step).rows, isRange);

  function work(what: Step): Operand {
    switch (what.type) {
      case 'number':
        return { isScalar: true, rows: [{ labels: {}, values: new Map([[everyMoment, what.value]]) }] };
      case 'constant':
        return { isScalar: what.isScalar, rows: resultsOf(what.leaf).slice(0, 1).flatMap(rowsOf) };
      case 'leaf':
        return series(join(resultsOf(what.leaf).map(rowsOf), what.joining));
      case 'mapped': {
        const map = elementwise[what.name];
        if (!map) throw new Error(`no rule for ${what.name}`);
        return series(
          work(what.inner).rows.map(({ labels, values }) => ({
            labels: pick(labels, { only: false, labels: [] }),
            values: new Map([...values].map(([at, value]) => [at, map(value, ...what.figures)])),
          })),
        );
      }
      case 'sorted': {
        const { rows } = work(what.inner);
        // Over a range there is no one value to sort by: stores leave the order as it is.
        return series(isRange ? rows : sort(rows, what.isDescending));
      }
      case 'ranked':
        return series(rank(work(what.inner).rows, what));
      case 'aggregated':
        return series(aggregate(work(what.inner).rows, what.operation, what.grouping));
      case 'binary':
        return series(combine(work(what.left), work(what.right), what));
    }
  }
}

function series(rows: Operand['rows']): Operand {
  return { rows, isScalar: false };
}

/** As the stores gave them, whatever they hold. */
function beside(results: readonly Result[], isRange: boolean): Result {
  const all = results.flatMap(({ result }) => result as readonly RawSeries[]);
  const seen = new Set<string>();
  for (const { metric } of all) {
    const key = keyOf(metric);
    if (seen.has(key)) throw sameSeries(metric);
    seen.add(key);
  }
  return { resultType: results[0]?.resultType ?? (isRange ? 'matrix' : 'vector'), result: all };
}
