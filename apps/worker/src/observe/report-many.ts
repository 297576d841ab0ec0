import type { Db } from '@oriel/db/client';
import { type Condition, type ConditionInput, nextCondition } from '@oriel/domain/conditions';

type Known = Omit<Condition, 'type'> & { readonly type: string };
export type ManyConditions = readonly {
  readonly clusterId: string;
  /** What the database holds for that cluster. */
  readonly known: readonly Known[];
  readonly input: ConditionInput;
}[];

/**
 * Writes the conditions of many clusters: those that changed one by one, which is rare, and the time of the look at all
 * others with one statement, once a minute.
 */
export async function reportManyConditions(db: Db, reports: ManyConditions): Promise<void> {
  const now = new Date();
  const restated = new Map<string, string[]>();
  for (const { clusterId, known, input } of reports) {
    const before = known.find(({ type }) => type === input.type) as Condition | undefined;
    const isSame =
      before?.status === input.status && before.reason === input.reason && before.message === input.message;
    if (!isSame) {
      const { type, ...next } = nextCondition(before, input, now);
      const key = { clusterId, type };
      await db.clusterCondition.upsert({ where: { clusterId_type: key }, create: { ...key, ...next }, update: next });
    } else if (now.getTime() - before.observedAt.getTime() >= 60_000) {
      restated.set(input.type, [...(restated.get(input.type) ?? []), clusterId]);
    }
  }
  for (const [type, ids] of restated) {
    await db.clusterCondition.updateMany({ where: { type, clusterId: { in: ids } }, data: { observedAt: now } });
  }
}
