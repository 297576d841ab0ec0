/**
 * Ten thousand wrong passwords: the victim still gets in from another address, a refusal tells nothing, nothing fails and
 * memory is bounded. It runs inside the web application, which nothing may import.
 *
 *   node e2e/security/wrong-passwords.ts [--full]
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runCommand } from '../../scripts/test/command.ts';

const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } });
const env: Record<string, string> = values.full ? { ORIEL_WRONG_PASSWORDS: '10000' } : {};

const test = 'apps/web/src/server/auth/wrong-passwords.itest.ts';
const { code } = await runCommand('vitest', ['run', '--project', 'integration', test], {
  env,
  onOutput: (text) => void process.stdout.write(text),
  timeoutMs: 30 * 60_000,
});
process.exitCode = code;
