// node packages/query-scope/src/testing/fuzz-cli.ts [--queries 10000] [--seed 1]: prints what the stores' own
// parsers say of generated and mutated queries after narrowing, and fails if one of them reaches further.
import process from 'node:process';
import { parseArgs } from 'node:util';
import { fuzzKinds, judgeNarrowing } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
let isClean = true;
for (const kind of fuzzKinds) {
  const { widened, changed, crashed, ...figures } = await judgeNarrowing(kind, {
    queries: Number(values.queries),
    seed: Number(values.seed),
  });
  const counts = { widened: widened.length, changed: changed.length, crashed: crashed.length };
  console.log(kind, JSON.stringify({ ...figures, ...counts }));
  for (const finding of [...widened, ...changed, ...crashed].slice(0, 10)) console.log(JSON.stringify(finding));
  isClean &&= widened.length + changed.length + crashed.length === 0;
}
process.exitCode = isClean ? 0 : 1;
