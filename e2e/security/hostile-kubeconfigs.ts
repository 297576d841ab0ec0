/**
 * Row 15: hostile kubeconfigs, read, preflighted and used later on by the product's own code, whose system calls are watched
 * in a network where every forbidden address answers.
 *
 *   node e2e/security/hostile-kubeconfigs.ts [--full] [--seed 1]
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { watchKubeconfigs } from './hostile-kubeconfigs/prove.ts';

const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } },
});
const count = values.full ? 500 : 120;
const seed = Number(values.seed);

const { deeds, reached, permitted, control, verdicts } = await watchKubeconfigs(count, seed);
const refused = verdicts.filter(({ read }) => !read).length;
const slowest = Math.max(...verdicts.map(({ parseMs }) => parseMs));
console.log(
  `${count} hostile kubeconfigs (seed ${seed}): ${refused} refused as text, ${count - refused} by their address, ${permitted} connections to the one permitted address; the slowest text took ${slowest.toFixed(0)} ms`,
);
console.log(
  `processes started: ${deeds.processes.length}, unlisted files opened: ${deeds.files.length}, unlisted connections: ${deeds.connections.length}, connections that arrived: ${reached.length} (pass: 0)`,
);
for (const line of [...deeds.processes, ...deeds.files, ...deeds.connections, ...reached].slice(0, 20))
  console.log(`  ${line}`);

const naive = await watchKubeconfigs(150, seed, 'naive');
console.log(
  `a control: an honest kubeconfig ${control.passed ? 'passes' : 'FAILS'}; a client that believes what it reads starts ${naive.deeds.processes.length} processes, opens ${naive.deeds.files.length} files and is seen at ${naive.reached.length} forbidden places`,
);
const seen = naive.deeds.processes.length > 0 && naive.deeds.files.length > 0 && naive.reached.length > 0;
const done = deeds.processes.length + deeds.files.length + deeds.connections.length + reached.length;
process.exitCode = done === 0 && control.passed && seen ? 0 : 1;
