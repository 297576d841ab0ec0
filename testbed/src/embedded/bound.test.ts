import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startedAt } from '../cluster/process-identity.ts';
import { bound } from './bound.ts';

test.runIf(process.platform === 'linux')('what was started ends when its starter is killed', async () => {
  const { command, args = [] } = bound({ name: 'sleep', command: 'sleep', args: ['60'], logFile: '' });
  const program = `
    const child = require('node:child_process').spawn(${JSON.stringify(command)}, ${JSON.stringify(args)}, { detached: true });
    child.once('spawn', () => console.log(child.pid));
    setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [text] = await once(starter.stdout, 'data');
  const child = Number(String(text));
  // Until it is sleep and no longer setpriv, the wish is not yet made.
  await sleep(200);
  expect(startedAt(child)).toBeDefined();
  starter.kill('SIGKILL');
  await once(starter, 'exit');
  for (let waited = 0; waited < 5_000 && startedAt(child) !== undefined; waited += 20) await sleep(20);
  expect(startedAt(child)).toBeUndefined();
});
