import type { Db, Tx } from '@oriel/db/client';
import { type StepState, stepsAfter } from '@oriel/domain/operations';
import type { OperationRow, StepRow } from './load-cluster.ts';

/** The operation was replaced by a newer one while it ran: stop, the newer one is next. */
export class SupersededError extends Error {}

export type StepView = Pick<StepRow, 'position' | 'key' | 'state' | 'startedAt' | 'log'>;
type StepChange = Partial<Pick<StepRow, 'state' | 'message' | 'startedAt' | 'finishedAt' | 'log'>>;

/**
 * The record of one attempt. Every write goes through only while the operation is open, so a newer wish stops an older
 * one before its next step. Notifications come from the database's triggers.
 */
export class Attempt {
  readonly operationId: bigint;
  readonly number: number;
  readonly steps: StepView[];
  readonly #db: Db;

  constructor(db: Db, operationId: bigint, attempt: OperationRow['attempts'][number]) {
    this.#db = db;
    this.operationId = operationId;
    this.number = attempt.number;
    this.steps = attempt.steps.map(({ position, key, state, startedAt, log }) => ({
      position,
      key,
      state,
      startedAt,
      log,
    }));
  }

  /** First step that is not over. */
  next(): StepView | undefined {
    return this.steps.find(({ state }) => state === 'waiting' || state === 'running');
  }

  async begin(step: StepView): Promise<void> {
    if (step.state === 'running') return;
    await this.#openOperation();
    await this.#write(step, { state: 'running', startedAt: new Date() });
  }

  async log(step: StepView, line: string): Promise<void> {
    await this.#write(step, { log: `${step.log}${line}\n` });
  }

  /** The step goes on later; says why where that has changed. */
  async hold(step: StepView, message: string): Promise<void> {
    if (step.log.trimEnd().split('\n').at(-1) === message) return;
    await this.#write(step, { message, log: `${step.log}${message}\n` });
  }

  async end(
    step: StepView,
    state: Extract<StepState, 'succeeded' | 'failed' | 'skipped'>,
    message: string,
  ): Promise<void> {
    const startedAt = step.startedAt ?? new Date();
    await this.#write(step, { state, message, startedAt, finishedAt: new Date(), log: `${step.log}${message}\n` });
  }

  /** Closes attempt and operation together, with whatever must stand or fall with that. */
  async finish(succeeded: boolean, also: (tx: Tx) => Promise<unknown> = async () => undefined): Promise<void> {
    const { operationId, number } = this;
    const finishedAt = new Date();
    await this.#db.$transaction(async (tx) => {
      const { count } = await tx.operation.updateMany({
        where: { id: operationId, state: { in: ['waiting', 'running'] } },
        data: { state: succeeded ? 'succeeded' : 'failed', finishedAt },
      });
      if (count === 0) throw new SupersededError();
      await tx.operationAttempt.update({
        where: { operationId_number: { operationId, number } },
        data: { finishedAt, succeeded },
      });
      await also(tx);
    });
  }

  async #openOperation(): Promise<void> {
    const { count } = await this.#db.operation.updateMany({
      where: { id: this.operationId, state: { in: ['waiting', 'running'] } },
      data: { state: 'running' },
    });
    if (count === 0) throw new SupersededError();
  }

  async #write(step: StepView, change: StepChange): Promise<void> {
    const { operationId, number: attempt } = this;
    const { count } = await this.#db.operationStep.updateMany({
      where: {
        operationId,
        attempt,
        position: step.position,
        run: { operation: { state: { in: ['waiting', 'running'] } } },
      },
      data: change,
    });
    if (count === 0) throw new SupersededError();
    Object.assign(step, change);
  }
}

/** Opens the next attempt of a failed operation, from the step that failed. */
export async function openNextAttempt(db: Db, operation: OperationRow): Promise<void> {
  const [last] = operation.attempts;
  await db.$transaction(async (tx) => {
    const { count } = await tx.operation.updateMany({
      where: { id: operation.id, state: 'failed' },
      data: { state: 'running', finishedAt: null },
    });
    if (count === 0) throw new SupersededError();
    await tx.operationAttempt.create({
      data: {
        operationId: operation.id,
        number: (last?.number ?? 0) + 1,
        steps: { create: stepsAfter(last?.steps ?? []) },
      },
    });
  });
}
