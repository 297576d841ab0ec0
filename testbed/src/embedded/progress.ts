import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export type StepState = 'waiting' | 'running' | 'done' | 'skipped' | 'failed';

export interface Step {
  readonly key: string;
  readonly name: string;
  readonly state: StepState;
  /** Last line while it runs, then the result or the reason; empty where there is nothing to say. */
  readonly message: string;
  readonly seconds: number | null;
}

export type OnStep = (step: Step, steps: readonly Step[]) => void;

/**
 * The steps of one start, in the order in which they were announced. Each change is told to the
 * listener and written to the file that `/setup` reads: `{ "steps": [{ name, state, message, seconds }] }`.
 */
export class Progress {
  readonly #steps = new Map<string, Step>();
  readonly #startedAt = new Map<string, number>();
  readonly #file: string;
  readonly #onStep: OnStep;

  constructor(file: string, plan: Readonly<Record<string, string>>, onStep: OnStep = () => undefined) {
    this.#file = file;
    this.#onStep = onStep;
    for (const [key, name] of Object.entries(plan)) {
      this.#steps.set(key, { key, name, state: 'waiting', message: '', seconds: null });
    }
    this.#write();
  }

  get steps(): readonly Step[] {
    return [...this.#steps.values()];
  }

  /** Runs the work of a step. `say` replaces its message; the returned text, if any, is the last one. */
  async run<T>(
    key: string,
    work: (say: (message: string) => void) => Promise<T>,
    result?: (value: T) => string,
  ): Promise<T> {
    this.#startedAt.set(key, performance.now());
    this.#change(key, 'running', '');
    let over = false;
    // What was started may go on talking: a cluster that is restarted later is no step of this start.
    const say = (message: string) => over || this.#change(key, 'running', message);
    try {
      const value = await work(say);
      over = true;
      this.#change(key, 'done', result?.(value) ?? '');
      return value;
    } catch (error) {
      over = true;
      this.#change(key, 'failed', error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  skip(key: string, why: string): void {
    this.#change(key, 'skipped', why);
  }

  /** What was still to come when something before it failed, or when all is being stopped. */
  giveUp(why: string): void {
    for (const { key, state } of this.steps) if (state === 'waiting') this.#change(key, 'skipped', why);
  }

  #change(key: string, state: StepState, message: string): void {
    const before = this.#steps.get(key);
    if (!before) throw new Error(`There is no step "${key}".`);
    const startedAt = this.#startedAt.get(key);
    const seconds = startedAt === undefined ? null : Math.round((performance.now() - startedAt) / 100) / 10;
    const step: Step = { ...before, state, message, seconds };
    this.#steps.set(key, step);
    this.#write();
    this.#onStep(step, this.steps);
  }

  #write(): void {
    const steps = this.steps.map(({ name, state, message, seconds }) =>
      // The page knows four states: what was left out on purpose is done, and its message says why.
      ({ name, state: state === 'skipped' ? 'done' : state, message, seconds }),
    );
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(`${this.#file}.new`, `${JSON.stringify({ steps }, null, 2)}\n`);
    renameSync(`${this.#file}.new`, this.#file);
  }
}
