/**
 * Row 21: keys are rotated while other processes read and write.
 *
 *   node e2e/security/key-rotation.ts [--full] [--processes 3]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { startEmbeddedServer } from '@oriel/db/testing/embedded-server';
import { writeKeyFile } from '@oriel/db/testing/keys';
import { createFromTemplate, createTemplate } from '@oriel/db/testing/template';
import { proveRotation } from './key-rotation/prove.ts';

const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, processes: { type: 'string', default: '3' } },
});
const secrets = values.full ? 10_000 : 1_000;
const processes = Number(values.processes);

const folder = await mkdtemp(join(tmpdir(), 'oriel-rotation-'));
const server = await startEmbeddedServer();
try {
  await createTemplate(server.url);
  const url = await createFromTemplate(server.url, 'rotation');
  const keyFile = join(folder, 'keys.json');
  await writeKeyFile(keyFile);
  const figures = await proveRotation({ url, keyFile, secrets, processes });
  const { rotatedSeconds, rewrapped, overtaken, reads, writes, slowestMs, failures, forms } = figures;
  console.log(
    `${secrets} secrets, ${processes} processes: ${rewrapped} re-wrapped in ${rotatedSeconds.toFixed(1)} s (${overtaken} overtaken by a write and looked at again)`,
  );
  console.log(`meanwhile ${reads} reads and ${writes} writes, the slowest ${slowestMs.toFixed(0)} ms`);
  console.log(`in the end everything is under: ${forms.join(', ')}`);
  for (const failure of failures.slice(0, 10)) console.log(failure);
  console.log(`failures: ${failures.length} (pass: 0)`);
  process.exitCode = failures.length === 0 && forms.length === 1 ? 0 : 1;
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
