// Generates the Prisma client. The prisma CLI insists on a schema-engine binary from outside npm
// although `generate` never runs it: any existing file satisfies the check.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const require = createRequire(join(root, 'packages/db/package.json'));
const manifest = require.resolve('prisma/package.json');
const { bin } = require(manifest) as { bin: { prisma: string } };

const done = spawnSync(
  process.execPath,
  [join(dirname(manifest), bin.prisma), 'generate', '--schema', 'prisma/schema.prisma', '--no-hints'],
  {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  },
);
process.exitCode = done.status ?? 1;
if (process.exitCode !== 0) process.stderr.write(done.stdout);
