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
import { printRotation } from './key-rotation/print.ts';
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
  printRotation(figures, { secrets, processes });
  const { failures, forms } = figures;
  process.exitCode = failures.length === 0 && forms.length === 1 ? 0 : 1;
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
