import type { EffectiveSetting } from '../policies/output.ts';

type Policy = Pick<EffectiveSetting, 'value' | 'origin'> | undefined;

/** What a box of a new cluster shows: what the person chose, else what policies say; on where nobody said anything. */
export function shownFor(chosen: boolean | undefined, policy: Policy): boolean {
  if (policy?.origin.mode === 'enforced') return policy.value === true;
  return chosen ?? (said(policy) ? policy?.value === true : true);
}

/** What is asked for: undefined, so that the cluster follows the policy, where that says the same already. */
export function wishOf(chosen: boolean | undefined, policy: Policy): boolean | undefined {
  const shown = shownFor(chosen, policy);
  return said(policy) && policy?.value === shown ? undefined : shown;
}

function said(policy: Policy): boolean {
  return policy !== undefined && policy.origin.level !== 'built-in';
}
