export const operationKinds = ['apply', 'remove', 'delete_cluster'] as const;
export type OperationKind = (typeof operationKinds)[number];

export const operationStates = ['waiting', 'running', 'succeeded', 'failed', 'superseded'] as const;
export type OperationState = (typeof operationStates)[number];

export const stepStates = ['waiting', 'running', 'succeeded', 'failed', 'skipped'] as const;
export type StepState = (typeof stepStates)[number];

/** Keys are stored and shown in this order; a retry starts a new attempt from the failed step. */
export const stepTitles = {
  reach: 'Reach the API server',
  preflight: 'Preflight: version and rights',
  ingest: 'Open the ingest door for this cluster',
  plan: 'Compare with what is there',
  apply: 'Apply manifests',
  prune: 'Remove what is no longer wanted',
  agents_ready: 'Agents ready',
  configuration: 'Agents fetched their configuration',
  first_signal: 'First signal received',
  revoke: 'Revoke the cluster credential',
  forget: 'Forget the cluster',
} as const;
export type StepKey = keyof typeof stepTitles;

export const stepsOf: Record<OperationKind, readonly StepKey[]> = {
  apply: ['reach', 'preflight', 'ingest', 'plan', 'apply', 'prune', 'agents_ready', 'configuration', 'first_signal'],
  remove: ['reach', 'plan', 'prune', 'revoke'],
  delete_cluster: ['reach', 'plan', 'prune', 'revoke', 'forget'],
};

/** A step as a new attempt starts with it. */
export interface AttemptStep {
  readonly position: number;
  readonly key: string;
  readonly state: StepState;
  readonly message: string | null;
}

/**
 * The steps of the attempt after `last`: it starts from the step that failed. What was done before counts as done and
 * is shown as skipped; each step looks for itself whether its work still stands.
 */
export function stepsAfter(last: readonly AttemptStep[]): AttemptStep[] {
  const isDone = ({ state }: AttemptStep) => state === 'succeeded' || state === 'skipped';
  const from = last.find((step) => !isDone(step))?.position ?? last.length;
  return last.map(({ position, key, message }) =>
    position < from
      ? { position, key, state: 'skipped', message: message ?? 'Done in an earlier attempt.' }
      : { position, key, state: 'waiting', message: null },
  );
}
