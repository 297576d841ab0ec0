/**
 * Row 17: every procedure is asked as every role and scope; expected verdicts are written by hand. It runs inside the
 * web application, which nothing may import.
 *
 *   node e2e/security/access-matrix.ts
 */
import process from 'node:process';
import { runCommand } from '../../scripts/test/command.ts';

const test = 'apps/web/src/server/access-matrix/access-matrix.itest.ts';
const { code } = await runCommand('vitest', ['run', '--project', 'integration', '--reporter', 'dot', test], {
  onOutput: (text) => void process.stdout.write(text),
});
process.exitCode = code;
