import type { RotationFigures } from './prove.ts';

export function printRotation(
  figures: RotationFigures,
  { secrets, processes }: { readonly secrets: number; readonly processes: number },
): void {
  const { rotatedSeconds, rewrapped, overtaken, reads, writes, slowestMs, failures, forms } = figures;
  console.log(
    `${secrets} secrets, ${processes} processes: ${rewrapped} re-wrapped in ${rotatedSeconds.toFixed(1)} s (${overtaken} overtaken by a write and looked at again)`,
  );
  console.log(`meanwhile ${reads} reads and ${writes} writes, the slowest ${slowestMs.toFixed(0)} ms`);
  console.log(`in the end everything is under: ${forms.join(', ')}`);
  for (const failure of failures.slice(0, 10)) console.log(failure);
  console.log(`failures: ${failures.length} (pass: 0)`);
}
