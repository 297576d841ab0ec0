import type { Tx } from '@oriel/db/client';
import { loadPolicies } from '@oriel/db/policies';
import type { SettingKey } from '@oriel/domain/policy/catalogue';
import type { PolicyLevel } from '@oriel/domain/policy/levels';
import { enforcedAbove, type PolicyRow, requireUnenforced } from '@oriel/domain/policy/resolve';
import type { PolicyPlace } from './place.ts';

interface Above {
  /** Name of the seed they hold at, where that is one of several. */
  readonly seed: string | null;
  readonly policies: readonly PolicyRow[];
}

/** What stands above a place: of a project once for each of its seeds, since a seed has policies of its own. */
export async function policiesAbove(tx: Tx, place: PolicyPlace): Promise<Above[]> {
  if (place.level === 'platform') return [{ seed: null, policies: [] }];
  if (place.level === 'cluster') return [{ seed: null, policies: await loadPolicies(tx, place) }];
  const ofPlatform = { seed: null, policies: await tx.policy.findMany({ where: { level: 'platform' } }) };
  if (place.level === 'seed') return [ofPlatform];
  const { projectId } = place;
  const tenants = await tx.tenant.findMany({
    where: { projectId },
    select: { seedId: true, seed: { select: { name: true } } },
    orderBy: { seed: { name: 'asc' } },
  });
  const above: Above[] = [];
  for (const { seedId, seed } of tenants) {
    above.push({ seed: seed.name, policies: await loadPolicies(tx, { projectId, seedId }) });
  }
  return above.length === 0 ? [ofPlatform] : above;
}

/**
 * Seeds where another value is enforced, so that this one waits there. Throws `conflict`, naming the policy that
 * refuses, where it would wait everywhere.
 */
export function requireEffect(
  setting: SettingKey,
  value: boolean | number,
  { level, above }: { readonly level: PolicyLevel; readonly above: readonly Above[] },
): string[] {
  const waiting = above.filter(({ policies }) => {
    const enforced = enforcedAbove(setting, level, policies);
    return enforced !== undefined && enforced.value !== value;
  });
  const [first] = waiting;
  if (first !== undefined && waiting.length === above.length) {
    requireUnenforced(setting, value, { level, policies: first.policies });
  }
  return waiting.flatMap(({ seed }) => seed ?? []);
}
