import { existsSync } from 'node:fs';
import type { ProcessSpec } from '../process/managed-process.ts';

const setpriv =
  process.platform === 'linux' ? ['/usr/bin/setpriv', '/bin/setpriv'].find((file) => existsSync(file)) : undefined;

/**
 * The same program, but ended by the system when this process dies without a chance to end it.
 * Where the system cannot do that (it is Linux's), the next start says whose port is busy.
 *
 * @param signal what the program takes as "stop now, in order".
 */
export function bound(spec: ProcessSpec, signal = 'TERM'): ProcessSpec {
  if (!setpriv) return spec;
  return { ...spec, command: setpriv, args: ['--pdeathsig', signal, '--', spec.command, ...(spec.args ?? [])] };
}
