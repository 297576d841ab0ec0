/**
 * node testbed/src/cli.ts up [--home DIR] [--port N] [--no-second] [--detach]
 * node testbed/src/cli.ts down [--home DIR]
 * node testbed/src/cli.ts status [--home DIR]
 */
import process from 'node:process';
import { down } from './cli/down.ts';
import { parseCommand, usage } from './cli/options.ts';
import { status } from './cli/status.ts';
import { up, upDetached } from './cli/up.ts';

// Whoever reads may have seen enough (`| head`).
process.stdout.on('error', () => process.exit());

try {
  const options = parseCommand(process.argv.slice(2));
  if (options.command === 'up') await (options.detach ? upDetached(options) : up(options));
  else if (options.command === 'down') await down(options);
  else if (options.command === 'status') await status(options);
  else process.stdout.write(usage);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
