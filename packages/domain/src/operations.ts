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
