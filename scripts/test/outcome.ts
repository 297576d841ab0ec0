/** What one suite, or one check, came to. */
export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

/**
 * Runs a stage and times it. One that throws has failed: it is never passed over.
 *
 * @param log gets the reason.
 */
export async function stage(
  name: string,
  log: (text: string) => void,
  work: () => Promise<Omit<Outcome, 'name' | 'seconds'>>,
): Promise<Outcome> {
  const startedAt = performance.now();
  const counts = await work().catch((error: Error) => {
    log(`${name}: ${error.message}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  return { name, ...counts, seconds: (performance.now() - startedAt) / 1000 };
}

export function outcomeLine({ name, passed, failed, skipped, seconds }: Outcome): string {
  const more = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${name.padEnd(24)} ${passed} passed, ${failed} failed${more}, ${seconds.toFixed(1)} s`;
}

/** The last line of a run. */
export function summaryLine(outcomes: readonly Outcome[]): string {
  const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}

/** A run that tested nothing is no success. */
export function exitCode(outcomes: readonly Outcome[]): number {
  return outcomes.some(({ failed }) => failed > 0) || !outcomes.some(({ passed }) => passed > 0) ? 1 : 0;
}
