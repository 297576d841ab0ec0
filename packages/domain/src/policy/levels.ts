/** From the whole to the single cluster. */
export const policyLevels = ['platform', 'seed', 'project', 'cluster'] as const;
export type PolicyLevel = (typeof policyLevels)[number];
export const policyModes = ['default', 'enforced'] as const;
export type PolicyMode = (typeof policyModes)[number];

/** Where a value comes from. */
export interface Origin {
  readonly level: PolicyLevel | 'built-in';
  readonly mode: PolicyMode;
}

/** Whom to ask for a change of what this level enforces. */
export const whoMayChange: Readonly<Record<PolicyLevel | 'built-in', string>> = {
  platform: 'Ask a platform administrator.',
  seed: 'Ask a platform administrator.',
  project: 'Ask an owner of the project.',
  cluster: 'Ask an owner of the project.',
  'built-in': '',
};
