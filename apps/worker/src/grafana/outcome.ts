import { OrielError } from '@oriel/domain/errors';

export type ObjectKind = 'organization' | 'member' | 'data_source' | 'folder' | 'dashboard';

/** What is known of one thing in Grafana after a run. */
export interface ObjectOutcome {
  readonly kind: ObjectKind;
  readonly key: string;
  readonly state: 'in_step' | 'failed';
  readonly message: string;
}

/** Collects what became of each thing, so that one that fails does not keep the others from being put right. */
export class Outcomes {
  readonly #all = new Map<string, ObjectOutcome>();

  /** A failure stays, whatever is found in step of the same thing. */
  inStep(kind: ObjectKind, key: string, message = ''): void {
    const id = `${kind}/${key}`;
    if (this.#all.get(id)?.state !== 'failed') this.#all.set(id, { kind, key, state: 'in_step', message });
  }

  failed(kind: ObjectKind, key: string, message: string): void {
    this.#all.set(`${kind}/${key}`, { kind, key, state: 'failed', message });
  }

  /** It is gone, as it should be. */
  drop(kind: ObjectKind, key: string): void {
    this.#all.delete(`${kind}/${key}`);
  }

  /** Runs one write. Rethrows where Grafana itself is away, so that nothing else is tried. */
  async attempt(kind: ObjectKind, key: string, write: () => Promise<void>): Promise<boolean> {
    try {
      await write();
      this.inStep(kind, key);
      return true;
    } catch (error) {
      if (!(error instanceof OrielError) || error.code === 'unavailable' || error.code === 'timed_out') throw error;
      this.failed(kind, key, error.message);
      return false;
    }
  }

  get all(): readonly ObjectOutcome[] {
    return [...this.#all.values()];
  }

  get hasFailed(): boolean {
    return this.all.some(({ state }) => state === 'failed');
  }
}
