import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const usage = `Usage: testbed <command> [options]

  up       start the clusters and stores; progress until Ctrl-C, which stops them
  down     stop what an "up" of this home started, or clear away what a killed one left
  status   processes, places, logs

  --home DIR    where state and logs are (default: .oriel in the repository)
  --port N      front port of the Oriel instance, from which all others follow (default: 3000)
  --no-second   without the second cluster, whose nodes are fakes
  --detach      up: return when everything is ready and leave it running
`;

export interface CommandOptions {
  readonly command: 'up' | 'down' | 'status' | 'help';
  readonly home: string;
  readonly port: number;
  readonly second: boolean;
  readonly detach: boolean;
}

const defaultHome = fileURLToPath(new URL('../../../.oriel', import.meta.url));

/** @throws with a message for whoever typed it. */
export function parseCommand(args: readonly string[]): CommandOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      home: { type: 'string', default: defaultHome },
      port: { type: 'string', default: '3000' },
      'no-second': { type: 'boolean', default: false },
      detach: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [command = 'help', ...rest] = values.help ? ['help'] : positionals;
  if (!isCommand(command) || rest.length > 0)
    throw new Error(`There is no command "${positionals.join(' ')}".\n\n${usage}`);
  const port = Number(values.port);
  // The highest port that is derived from it is 48 above.
  if (!Number.isInteger(port) || port < 1024 || port > 65_000) {
    throw new Error(`--port must be a whole number from 1024 to 65000, not "${values.port}".`);
  }
  return { command, home: resolve(values.home), port, second: !values['no-second'], detach: values.detach };
}

function isCommand(word: string): word is CommandOptions['command'] {
  return ['up', 'down', 'status', 'help'].includes(word);
}
