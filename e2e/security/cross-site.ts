/**
 * Row 19: a foreign page in a real browser tries what it can with somebody's cookie, and hostile text is stored wherever it
 * may be; then the pages are read. Starts the product, or takes the one that runs. Sign-in mix-up is tried by
 * apps/web/src/server/auth/oidc.
 *
 *   node e2e/security/cross-site.ts
 */
import process from 'node:process';
import { runCommand } from '../../scripts/test/command.ts';

const journeys = ['cross-site', 'stored-payloads'];
const { code } = await runCommand('playwright', ['test', '-c', 'e2e/playwright.config.ts', ...journeys], {
  onOutput: (text) => void process.stdout.write(text),
  timeoutMs: 30 * 60_000,
});
process.exitCode = code;
