import { controls, type ReachFigures } from './prove.ts';

export function printReach(
  { answers, seenByWhole, tail }: ReachFigures,
  { queries, seed }: { readonly queries: number; readonly seed: number },
): void {
  const { asked, bytes, statuses, atStores, withData, withOwn, leaks, failed } = answers;
  const shown = Object.entries(statuses).map(([status, count]) => `${status}×${count}`);
  console.log(`${asked} requests, ${queries} of them fuzzed queries, seed ${seed}: ${bytes} bytes, ${shown.join(' ')}`);
  console.log(`${atStores} queries ran in the stores, ${withData} of them were answered with data`);
  console.log(`${withOwn} answers show what the reader may read`);
  console.log(`tails: ${tail.opened} opened, ${tail.refused} refused, ${tail.withOwn} heard what they may hear`);
  console.log(
    `a control: of the first ${controls} questions, ${seenByWhole} show a reader of the whole project what lies outside`,
  );
  for (const leak of [...leaks, ...tail.leaks, ...failed].slice(0, 10)) console.log(leak);
  console.log(
    `bytes of the other tenant: ${answers.foreignBytes}, of the project's other parts: ${answers.outsideBytes}`,
  );
  console.log(
    `answers with a byte from outside: ${leaks.length + tail.leaks.length} (pass: 0); with 5xx: ${failed.length}`,
  );
}
