import type { ApiRequest } from '@/ui/to-curl.ts';

export interface ListedOperation {
  /** `projectsCreate`; the last part of its address. */
  readonly id: string;
  readonly method: ApiRequest['method'];
  /** Below /api/v1. */
  readonly path: string;
  readonly summary: string;
}

export interface OperationGroup {
  readonly tag: string;
  readonly operations: readonly ListedOperation[];
}

/** A field of a body or an answer, or a parameter; fields of objects follow their object, deeper. */
export interface FieldRow {
  /** Unique within its list: `clusters.seed.name`. */
  readonly key: string;
  readonly name: string;
  readonly depth: number;
  /** In words: `text`, `number from 1 to 200`, `list of Project`. */
  readonly type: string;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly fallback: string | undefined;
}

export interface AnswerView {
  readonly status: string;
  readonly description: string;
  readonly schema: string | undefined;
  readonly fields: readonly FieldRow[];
  readonly example: string | undefined;
}

export interface OperationView extends ListedOperation {
  readonly tag: string;
  readonly description: string;
  /** False: a token is not accepted. */
  readonly byToken: boolean;
  readonly parameters: readonly { readonly place: string; readonly fields: readonly FieldRow[] }[];
  readonly body: readonly FieldRow[];
  readonly success: AnswerView;
  readonly problems: readonly { readonly status: string; readonly title: string; readonly code: string }[];
  readonly curl: string;
}
