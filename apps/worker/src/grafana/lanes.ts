/**
 * Works on organizations, a few at once and never twice on one at the same time: one that is wished for while it is
 * worked on is worked on again. Its own lanes rather than the queue of jobs, because the rows say what waits, and so
 * that a slow Grafana holds up nothing but itself.
 */
export class Lanes {
  readonly #size: number;
  readonly #work: (id: string) => Promise<void>;
  readonly #urgent = new Set<string>();
  readonly #waiting = new Set<string>();
  readonly #running = new Map<string, Promise<void>>();
  #isOpen = false;

  /** `work` handles its failures itself. */
  constructor(size: number, work: (id: string) => Promise<void>) {
    this.#size = size;
    this.#work = work;
  }

  /** Somebody waits for this one: it goes before those that are merely due. */
  hurry(id: string): void {
    this.#waiting.delete(id);
    this.#urgent.add(id);
    this.#go();
  }

  /** Those that are being worked on already are left to finish. */
  fill(ids: readonly string[]): void {
    for (const id of ids) if (!this.#urgent.has(id) && !this.#running.has(id)) this.#waiting.add(id);
    this.#go();
  }

  /** Whether there is room for more than what waits. */
  get isShort(): boolean {
    return this.#isOpen && this.#waiting.size < this.#size;
  }

  open(): void {
    this.#isOpen = true;
    this.#go();
  }

  /** Begins nothing more, and waits for what is running. What waits is kept by the rows. */
  async close(): Promise<void> {
    this.#isOpen = false;
    this.#urgent.clear();
    this.#waiting.clear();
    await Promise.all(this.#running.values());
  }

  #go(): void {
    while (this.#isOpen && this.#running.size < this.#size) {
      const id = this.#next();
      if (id === undefined) return;
      const run = this.#work(id).finally(() => {
        this.#running.delete(id);
        this.#go();
      });
      this.#running.set(id, run);
    }
  }

  #next(): string | undefined {
    for (const ids of [this.#urgent, this.#waiting]) {
      for (const id of ids) {
        if (this.#running.has(id)) continue;
        ids.delete(id);
        return id;
      }
    }
    return undefined;
  }
}
