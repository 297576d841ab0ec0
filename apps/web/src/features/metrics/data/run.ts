import { type StepChoice, stepFor } from './step.ts';

/** The letter of a row: "A" to "E". */
export type RowLetter = string;

export const MOST_QUERIES = 5;

export function letterOf(index: number): RowLetter {
  return String.fromCharCode(65 + index);
}

/** One query of a run, as the person wrote it. */
export interface RunQuery {
  readonly letter: RowLetter;
  readonly text: string;
}

/**
 * One press of Run: all queries, and the range with "now" resolved once, so that graphs and tables of all
 * rows speak of the same moments. Times in epoch milliseconds.
 */
export interface Run {
  /** Differs for each press. */
  readonly id: string;
  readonly queries: readonly RunQuery[];
  readonly clusters: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly stepMs: number;
  /** The chosen step was too short for the range. */
  readonly stepRaised: boolean;
}

export interface RunInput {
  readonly texts: readonly string[];
  readonly clusters: readonly string[];
  readonly step: StepChoice;
  readonly from: number;
  readonly to: number;
}

let runs = 0;

/** Empty rows are left out; the others keep their letters. */
export function startRun({ texts, clusters, step, from, to }: RunInput): Run {
  runs += 1;
  const { ms, raised } = stepFor(step, to - from);
  const queries = texts.map((text, index) => ({ letter: letterOf(index), text }));
  return {
    id: String(runs),
    queries: queries.filter(({ text }) => text.trim() !== ''),
    clusters,
    from,
    to,
    stepMs: ms,
    stepRaised: raised,
  };
}
