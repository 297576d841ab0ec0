import type { ConditionInput } from '@oriel/domain/conditions';

export interface SignalFacts {
  readonly enabled: boolean;
  readonly lastAt: Date | null;
  /** Why the store could not be asked; undefined where it answered. */
  readonly storeProblem: string | undefined;
}

/** A quiet cluster is not a broken one: this long without a line, or without a scrape (they come every minute). */
const staleAfterMs = { LogsFresh: 5 * 60_000, MetricsFresh: 3 * 60_000 } as const;
const words = { LogsFresh: ['Log lines', 'log line'], MetricsFresh: ['Metrics', 'metric'] } as const;

/** The condition of one signal of one cluster. The sentence changes only when the fact does. Pure. */
export function freshness(type: 'LogsFresh' | 'MetricsFresh', facts: SignalFacts, now: Date): ConditionInput {
  const [plural, singular] = words[type];
  if (!facts.enabled) {
    return { type, status: 'Unknown', reason: 'SwitchedOff', message: `${plural} are not collected: switched off.` };
  }
  if (facts.storeProblem !== undefined) {
    return { type, status: 'Unknown', reason: 'StoreUnavailable', message: facts.storeProblem };
  }
  if (facts.lastAt === null) {
    return { type, status: 'Unknown', reason: 'NothingYet', message: `No ${singular} has arrived yet.` };
  }
  if (now.getTime() - facts.lastAt.getTime() <= staleAfterMs[type]) {
    return { type, status: 'True', reason: 'Arriving', message: `${plural} arrive.` };
  }
  const since = facts.lastAt.toISOString().slice(0, 16).replace('T', ' ');
  return {
    type,
    status: 'False',
    reason: 'Stale',
    message: `No ${singular} has arrived since ${since} UTC. Look at the pipeline of this cluster for the hop that is broken.`,
  };
}
