/** What the watched process is told, as a file. */
export interface Trial {
  /** `naive` does what each kubeconfig says, to show that it would be seen. */
  readonly mode: 'product' | 'naive';
  readonly texts: readonly string[];
  /** One that must work. */
  readonly honest: string;
}

export interface Verdict {
  /** The parser took it. */
  readonly read: boolean;
  /** Preflight had nothing against it. */
  readonly passed: boolean;
  readonly parseMs: number;
  /** The refusal. */
  readonly sentence?: string;
}

/** A file that does not exist; looking for it tells the tracer that the watch begins. */
export const beginMark = '/oriel-the-watch-begins';
