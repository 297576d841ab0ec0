import fc from 'fast-check';

/** Queries made by chance of what people write, each in a form that is answered in parts. */
export interface Words {
  /** Gives each series by itself. */
  readonly series: readonly string[];
  readonly functions: readonly string[];
  /** Values are all different: which ones come first is certain. */
  readonly isRanked: boolean;
}

export const promqlWords: Words = {
  series: [
    'load',
    'size',
    'load{namespace="ns-1"}',
    'rate(hits[2m])',
    'increase(hits[1m])',
    'max_over_time(load[1m])',
    'load - size',
    'load > 400',
    'load * 2 + 1',
    '-size',
    'avg by (__tenant_id__) (load)',
    'quantile without (pod) (0.5, size)',
    'load and on (__tenant_id__, pod) size > 300',
  ],
  functions: ['abs', 'ceil', 'floor', 'sqrt', 'sgn', 'round'],
  isRanked: true,
};

export const logqlWords: Words = {
  series: [
    'count_over_time({pod=~".+"}[2m])',
    'rate({namespace="ns-1"}[1m])',
    'bytes_over_time({pod="pod-0"} |= "line 1" [3m])',
    'sum_over_time({pod=~".+"} | logfmt | unwrap bytes [2m])',
    'max_over_time({pod=~".+"} | logfmt | unwrap bytes [2m]) by (namespace)',
    'count_over_time({pod=~".+"}[2m]) * 2',
    'avg by (__tenant_id__) (count_over_time({pod=~".+"}[2m]))',
  ],
  functions: [],
  isRanked: false,
};

export function queries({ series, functions, isRanked }: Words): fc.Arbitrary<string> {
  const grouping = fc.constantFrom(
    '',
    ' by (namespace)',
    ' by (pod, namespace)',
    ' by (project)',
    ' by (__tenant_id__)',
    ' without (pod, project, __tenant_id__)',
    ' without (pod)',
  );
  const each = fc.constantFrom(...series);
  const totalOf = (...operations: string[]) =>
    fc
      .tuple(fc.constantFrom(...operations), grouping, each)
      .map(([operation, by, inner]) => `${operation}${by} (${inner})`);
  const total = totalOf('sum', 'count', 'min', 'max', 'avg');
  const arithmetic = fc.constantFrom('+', '-', '*', '/', '>', '<=', '== bool', '> bool');
  const ranked = fc
    .tuple(fc.constantFrom('topk', 'bottomk'), fc.nat(6), fc.oneof(each, totalOf('sum', 'max')))
    .map(([name, count, inner]) => `${name}(${count + 1}, ${inner})`);
  const { whole } = fc.letrec<{ whole: string }>((tie) => ({
    whole: fc.oneof(
      { maxDepth: 3 },
      total,
      each,
      ...(isRanked ? [ranked] : []),
      fc
        .tuple(tie('whole'), arithmetic, fc.constantFrom('2', '0.5', '100'))
        .map(([inner, operator, by]) => `(${inner}) ${operator} ${by}`),
      fc
        .tuple(fc.constantFrom('sum', 'max', 'count', 'avg'), grouping, tie('whole'))
        .map(([name, by, inner]) => `${name}${by} (${inner})`),
      fc
        .tuple(arithmetic, grouping, each, each)
        .map(([operator, by, one, two]) => `sum${by} (${one}) ${operator} count${by} (${two})`),
      fc
        .tuple(fc.constantFrom('and', 'or', 'unless'), grouping, each, each)
        .map(([operator, by, one, two]) => `sum${by} (${one}) ${operator} max${by} (${two})`),
      total.map((inner) => `${inner} or vector(0)`),
      ...(functions.length === 0
        ? []
        : [fc.tuple(fc.constantFrom(...functions), total).map(([name, inner]) => `${name}(${inner})`)]),
    ),
  }));
  return whole;
}
