/** Sections of the reference, in its order. */
export const restTags = [
  'Projects',
  'Members',
  'Clusters',
  'Operations',
  'Fleet',
  'Seeds',
  'Users',
  'Policies',
  'Service accounts',
  'Tokens',
  'Dashboards',
  'Identity providers',
  'Audit',
  'You',
  'Set-up',
] as const;
export type RestTag = (typeof restTags)[number];

/** Where a procedure stands in the REST API: given beside its permission, read by dispatcher, document and reference. */
export interface RestRoute {
  /** GET for queries, any other for mutations. A POST takes an idempotency key. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /**
   * Below /api/v1. `{name}` is a field of the procedure's input; of the other fields GET and DELETE take theirs from
   * the query string, the others from a JSON body.
   */
  readonly path: `/${string}`;
  readonly tag: RestTag;
  /** What it does, in a few words without a full stop: "Create a project". */
  readonly summary: string;
  /** What a reader should know beyond the summary. */
  readonly description?: string;
  /** Unless given: 200, and 204 for a procedure without an output. */
  readonly status?: 201 | 202;
  /** The answer holds a secret that is shown once, so it is not kept for repeated requests. */
  readonly shownOnce?: true;
  /** It answers a `Download` of one of these media types. */
  readonly download?: readonly string[];
}
