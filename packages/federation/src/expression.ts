/** Which labels of a series count: those named, or all but those named. */
export interface Labelling {
  readonly only: boolean;
  readonly labels: readonly string[];
}

export interface Matching extends Labelling {
  /** `group_left` or `group_right`. */
  readonly isGrouped: boolean;
}

/** What PromQL and LogQL have in common; `text` is the expression's own, to be asked as it stands. */
export type Expression = { readonly text: string } & (
  | { readonly type: 'number'; readonly value: number }
  /** A figure that no series has a part in: `time()`. */
  | { readonly type: 'scalar' }
  /** One series without labels: `vector(1)`. */
  | { readonly type: 'vector' }
  /** Reads series, and gives each by itself. */
  | { readonly type: 'series' }
  | { readonly type: 'string' }
  | { readonly type: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly type: 'subquery'; readonly inner: Expression }
  | {
      readonly type: 'aggregation';
      readonly operation: string;
      /** The same with another operation in the first one's place. */
      readonly textWith: (operation: string) => string;
      /** None: everything becomes one. */
      readonly grouping: Labelling;
      readonly parameter: Expression | undefined;
      readonly inner: Expression;
    }
  | {
      readonly type: 'binary';
      readonly operator: string;
      readonly isBool: boolean;
      readonly matching: Matching;
      readonly left: Expression;
      readonly right: Expression;
      /** False where a modifier says more than is known here. */
      readonly isPlain: boolean;
    }
  | { readonly type: 'negation'; readonly inner: Expression }
);

/** Put on every series by stores that read several tenants. */
export const tenantLabel = '__tenant_id__';

export function isScalar({ type }: Expression): boolean {
  return type === 'number' || type === 'scalar';
}
