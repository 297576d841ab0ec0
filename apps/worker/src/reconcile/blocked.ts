import { OrielError } from '@oriel/domain/errors';
import type { Plan } from '@oriel/k8s/plan';

/** Throws where objects of others stand in the way: a plan with any is not to be applied. */
export function refuseBlocked({ blockers }: Plan): void {
  const [first] = blockers;
  if (first === undefined) return;
  const { object, owner } = first;
  const more = blockers.length > 1 ? ` and ${blockers.length - 1} more` : '';
  throw new OrielError(
    'conflict',
    owner === undefined
      ? `${object}${more} in the cluster does not belong to Oriel. Nothing was changed. Rename or remove it, or apply again and choose to take over.`
      : `${object}${more} in the cluster belongs to another registration (${owner}). Nothing was changed. Delete that registration first, or apply again and choose to take over.`,
  );
}

/** Throws, to be tried again, while what was there before is still being removed. */
export function refuseLeaving({ leaving }: Plan): void {
  const [first] = leaving;
  if (first === undefined) return;
  throw new OrielError('unavailable', `Waiting until what was there before is gone: ${first}.`);
}
