/**
 * One run of the loop at one cluster, as others see it. A silent look may take as long as a slow API server lets it:
 * what a person asks for meanwhile does not wait for that. An operation is never ended like this.
 */
export class Visit {
  readonly #way = new AbortController();
  #isSilent = false;

  /** Ends what a silent look still does. */
  get signal(): AbortSignal {
    return this.#way.signal;
  }

  get gaveWay(): boolean {
    return this.#way.signal.aborted;
  }

  /** From here on it does nothing that somebody waits for. */
  lookSilently(): void {
    this.#isSilent = true;
  }

  giveWay(): void {
    if (this.#isSilent) this.#way.abort();
  }
}
