/**
 * Row 15: hostile kubeconfigs, read, preflighted and used later on by the product's own code, whose system calls are watched
 * in a network where every forbidden address answers.
 *
 *   node e2e/security/hostile-kubeconfigs.ts [--full] [--seed 1]
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { printKubeconfigs, printNaive } from './hostile-kubeconfigs/print.ts';
import { watchKubeconfigs } from './hostile-kubeconfigs/prove.ts';

const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } },
});
const count = values.full ? 500 : 120;
const seed = Number(values.seed);

const sighting = await watchKubeconfigs(count, seed);
const naive = await watchKubeconfigs(150, seed, 'naive');
printKubeconfigs(sighting, seed);
printNaive(naive);
const { deeds, reached, control } = sighting;
const seen = naive.deeds.processes.length > 0 && naive.deeds.files.length > 0 && naive.reached.length > 0;
const done = deeds.processes.length + deeds.files.length + deeds.connections.length + reached.length;
process.exitCode = done === 0 && control.passed && seen ? 0 : 1;
