import type { Sighting } from './prove.ts';

export function printKubeconfigs({ deeds, reached, permitted, control, verdicts }: Sighting, seed: number): void {
  const refused = verdicts.filter(({ read }) => !read).length;
  const slowest = Math.max(...verdicts.map(({ parseMs }) => parseMs));
  console.log(
    `${verdicts.length} hostile kubeconfigs (seed ${seed}): ${refused} refused as text, ${verdicts.length - refused} by their address, ${permitted} connections to the one permitted address; the slowest text took ${slowest.toFixed(0)} ms`,
  );
  console.log(
    `processes started: ${deeds.processes.length}, unlisted files opened: ${deeds.files.length}, unlisted connections: ${deeds.connections.length}, connections that arrived: ${reached.length} (pass: 0)`,
  );
  for (const line of [...deeds.processes, ...deeds.files, ...deeds.connections, ...reached].slice(0, 20))
    console.log(`  ${line}`);
  console.log(`a control: an honest kubeconfig ${control.passed ? 'passes' : 'FAILS'}`);
}

/** Of a client that believes a kubeconfig: its deeds must be seen. */
export function printNaive({ deeds, reached }: Sighting): void {
  console.log(
    `a control: a client that believes what it reads starts ${deeds.processes.length} processes, opens ${deeds.files.length} files and is seen at ${reached.length} forbidden places`,
  );
}
