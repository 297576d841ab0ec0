import type { ProcessSpec } from '../process/managed-process.ts';
import { endGroup, type Supervised, supervise, type Watcher } from './supervise.ts';

export interface Stoppable {
  stop(): Promise<void>;
}

/** Everything that was started, in order, so that it can be ended in reverse. */
export class Stack {
  readonly #started: { readonly what: Stoppable; readonly supervised: Supervised | undefined }[] = [];
  readonly #watcher: Watcher;
  readonly #onStop: (failure: unknown) => void;

  constructor(watcher: Watcher, onStop: (failure: unknown) => void = () => undefined) {
    this.#watcher = watcher;
    this.#onStop = onStop;
  }

  /** Starts a process that is kept running, and remembers it. */
  readonly start = async (spec: ProcessSpec): Promise<Supervised> => {
    const supervised = await supervise(spec, this.#watcher);
    this.#started.push({ what: supervised, supervised });
    return supervised;
  };

  /** What {@link start} has started, by name. */
  get processes(): ReadonlyMap<string, Supervised> {
    return new Map(this.#started.flatMap(({ supervised }) => (supervised ? [[supervised.name, supervised]] : [])));
  }

  push(what: Stoppable): void {
    this.#started.push({ what, supervised: undefined });
  }

  /** The last first. One that fails to stop holds up no other. */
  async stop(): Promise<void> {
    for (let last = this.#started.pop(); last; last = this.#started.pop()) {
      await last.what.stop().catch(this.#onStop);
    }
  }

  /** For the impatient: what is not ours to kill by its number ends by itself when we are gone. */
  kill(): void {
    for (const { supervised } of this.#started.splice(0).reverse()) {
      const pid = supervised?.pid();
      if (pid !== undefined) endGroup(pid, 'SIGKILL');
    }
  }
}
