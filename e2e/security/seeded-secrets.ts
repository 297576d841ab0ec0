/**
 * Row 18: 200 secrets go through the services of the web process, well and not; then everything that outlives a request is
 * searched for them. It runs inside the web application, which nothing may import.
 *
 *   node e2e/security/seeded-secrets.ts
 */
import process from 'node:process';
import { runCommand } from '../../scripts/test/command.ts';

const test = 'apps/web/src/server/seeded-secrets.itest.ts';
const { code } = await runCommand('vitest', ['run', '--project', 'integration', test], {
  onOutput: (text) => void process.stdout.write(text),
});
process.exitCode = code;
