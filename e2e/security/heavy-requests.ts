/**
 * Row 20, the half of it that the web process answers: batches and bodies beyond all bounds are refused within 50 ms. It
 * runs inside the web application, which nothing may import. The stores' half is heavy-neighbour.ts.
 *
 *   node e2e/security/heavy-requests.ts
 */
import process from 'node:process';
import { runCommand } from '../../scripts/test/command.ts';

const test = 'apps/web/src/server/heavy-requests.itest.ts';
const { code } = await runCommand('vitest', ['run', '--project', 'integration', test], {
  onOutput: (text) => void process.stdout.write(text),
});
process.exitCode = code;
