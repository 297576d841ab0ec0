// npm test: every check and every suite, with counts. `npm test -- unit|integration|e2e|checks` runs one.
import { runChecks } from './test/checks.ts';
import { endCommands } from './test/command.ts';
import { marked } from './test/lines.ts';
import { exitCode, type Outcome, outcomeLine, summaryLine } from './test/outcome.ts';
import { ensureAllParts } from './test/parts.ts';
import { buildPages, endProduct, startJourneysProduct } from './test/product.ts';
import { runJourneys, runVitest } from './test/suites.ts';

const suites = ['checks', 'unit', 'integration', 'e2e'] as const;
type Suite = (typeof suites)[number];

const log = (text: string) => void process.stdout.write(text);

function wantedSuites(args: readonly string[]): readonly Suite[] {
  const unknown = args.find((arg) => !suites.includes(arg as Suite));
  if (unknown !== undefined) throw new Error(`There is no suite "${unknown}". Suites: ${suites.join(', ')}.`);
  return args.length === 0 ? suites : suites.filter((suite) => args.includes(suite));
}

async function runAll(wanted: readonly Suite[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const add = (outcome: Outcome) => {
    outcomes.push(outcome);
    log(`\n${outcomeLine(outcome)}\n\n`);
  };
  const needsParts = wanted.includes('integration') || wanted.includes('e2e');
  // From the first moment on, beside what needs no part: building takes longest when nothing is cached.
  const parts = needsParts ? ensureAllParts(log) : undefined;
  // Nor does this need any; where it fails, whoever needs the pages tries again and says why.
  if (needsParts) void buildPages(log).catch(() => undefined);
  // What mostly waits runs beside what computes: the integration tests of that kind, then the product's start. Not
  // before: a demo cluster that nobody uses yet takes a tenth of the machine from those who do something.
  const waiting =
    wanted.includes('integration') && parts
      ? Promise.allSettled([parts]).then(() => runVitest('integration-waiting', marked('waiting: ', log)))
      : undefined;
  const product =
    wanted.includes('e2e') && parts
      ? Promise.allSettled([waiting]).then(() => parts.then(startJourneysProduct))
      : undefined;
  // These stop parts of the product and wait for agents: whoever computes beside them does not disturb them.
  const alone =
    product && Promise.allSettled([product]).then(() => runJourneys('alone', marked('alone: ', log), product));
  if (wanted.includes('checks')) outcomes.push(...(await runChecks(log)));
  if (wanted.includes('unit')) add(await runVitest('unit', log));
  // Suites that miss a part fail by themselves, and say which.
  if (parts) add(await parts);
  if (wanted.includes('integration')) add(await runVitest('integration', log));
  if (waiting) add(await waiting);
  if (alone) add(await alone);
  if (product) add(await runJourneys('together', log, product));
  return outcomes;
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => void Promise.allSettled([endCommands(), endProduct()]).then(() => process.exit(code)));
}

try {
  const outcomes = await runAll(wantedSuites(process.argv.slice(2)));
  log(`\n${outcomes.map(outcomeLine).join('\n')}\n\n${summaryLine(outcomes)}\n`);
  process.exitCode = exitCode(outcomes);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  await endProduct();
}
