import type { Queryable } from '@oriel/db/client';
import { type Condition, type ConditionInput, nextCondition } from '@oriel/domain/conditions';

/** How old the time of a look may get before it is written although nothing changed. Milliseconds. */
const restateAfterMs = 60_000;

/** Writes those conditions that changed, and the rest about once a minute. `known` is what the database holds. */
export async function reportConditions(
  db: Queryable,
  cluster: { readonly id: string; readonly conditions: readonly { type: string }[] },
  inputs: readonly ConditionInput[],
): Promise<void> {
  const now = new Date();
  for (const input of inputs) {
    const known = cluster.conditions.find(({ type }) => type === input.type) as Condition | undefined;
    if (known !== undefined && isSame(known, input) && now.getTime() - known.observedAt.getTime() < restateAfterMs)
      continue;
    const { type, ...next } = nextCondition(known, input, now);
    const key = { clusterId: cluster.id, type };
    await db.clusterCondition.upsert({ where: { clusterId_type: key }, create: { ...key, ...next }, update: next });
  }
}

function isSame(known: Condition, input: ConditionInput): boolean {
  return known.status === input.status && known.reason === input.reason && known.message === input.message;
}
