import type { ClusterRun } from '../cluster-run.ts';

export interface StepOutcome {
  readonly done: boolean;
  /** Done: the result. Otherwise: what is being waited for. */
  readonly message: string;
}

/**
 * One step of an operation. It looks for itself what is left to do, so it may run any number of times and pick up what
 * a killed worker left half-done. A step that must wait returns at once and is asked again: it holds no slot.
 */
export interface Step {
  /** Milliseconds from its start until waiting any longer counts as failure. */
  readonly patienceMs: number;
  /** Milliseconds until it is asked again. */
  readonly againMs: number;
  /** What to do when patience has ended; said after the last message. */
  readonly advice?: string;
  /** Throws where waiting does not help. */
  run(run: ClusterRun, log: StepLog): Promise<StepOutcome>;
}

export type StepLog = (line: string) => Promise<void>;

export function done(message: string): StepOutcome {
  return { done: true, message };
}

export function notYet(message: string): StepOutcome {
  return { done: false, message };
}
