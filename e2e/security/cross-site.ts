/**
 * Row 19: a foreign page in a real browser tries what it can with somebody's cookie, and hostile text is stored wherever it
 * may be; then the pages are read. Starts the product, or takes the one that runs. Then sign-in mix-up against
 * hostile identity providers, inside the web application, which nothing may import.
 *
 *   node e2e/security/cross-site.ts
 */
import process from 'node:process';
import { runCommand } from '../../scripts/test/command.ts';

const journeys = ['cross-site', 'stored-payloads'];
const mixUp = 'apps/web/src/server/auth/oidc/attacks.itest.ts';
const onOutput = (text: string) => void process.stdout.write(text);
const pages = await runCommand('playwright', ['test', '-c', 'e2e/playwright.config.ts', ...journeys], {
  onOutput,
  timeoutMs: 30 * 60_000,
});
const signIn = await runCommand('vitest', ['run', '--project', 'integration', mixUp], { onOutput });
process.exitCode = pages.code || signIn.code;
