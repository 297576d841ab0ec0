import type { StartListener } from '@oriel/testbed/embedded/options';
import type { Step } from '@oriel/testbed/embedded/progress';

/** What goes on for longer says so this often; a log file of a first start stays readable. */
const reminderMs = 15_000;
/** A process that cannot stay up shows its log once in this time, not at every try. */
const logAgainMs = 300_000;
/** What root's package manager puts on the machine (testbed/src/parts/apt.ts) is said beforehand, however fast it is. */
const installs = /: installing 0 s · /;

/**
 * One line per step when it ends, and now and then one while it takes long.
 *
 * @param write gets whole lines, with their end.
 */
export function terminalListener(startedAt: number, write: (text: string) => void): StartListener {
  const lastSaid = new Map<string, number>();
  const lastLog = new Map<string, number>();
  const line = (text: string) => {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(6);
    write(`[${seconds} s] ${text}\n`);
  };
  return {
    onNotice: line,
    onStep: (step) => {
      if (step.state === 'running' && installs.test(step.message)) return line(`${step.name}: ${step.message}`);
      const now = performance.now();
      const since = now - (lastSaid.get(step.key) ?? now);
      if (!lastSaid.has(step.key)) lastSaid.set(step.key, now);
      if (step.state === 'running' && (step.message === '' || since < reminderMs)) return;
      lastSaid.set(step.key, now);
      line(stepLine(step));
    },
    onCrash: ({ name, how, logFile, end, retryInSeconds }) => {
      line(`${name} ended (${how}) and is started again in ${retryInSeconds} s. Log: ${logFile}`);
      const now = performance.now();
      if (now - (lastLog.get(name) ?? Number.NEGATIVE_INFINITY) < logAgainMs) return;
      lastLog.set(name, now);
      write(`${end.replaceAll(/^/gm, '    ')}\n`);
    },
    onRestarted: (name) => line(`${name} runs again`),
  };
}

function stepLine({ name, state, message, seconds }: Step): string {
  const took = seconds === null ? '' : ` (${seconds.toFixed(1)} s)`;
  const said = message === '' ? '' : `: ${message}`;
  switch (state) {
    case 'done':
      return `${name}${took}${said}`;
    case 'running':
      return `${name}, still going on${took}${said}`;
    case 'skipped':
      return `${name}: left out, ${message}`;
    case 'failed':
      return `${name} FAILED${took}${said}`;
    case 'waiting':
      return name;
  }
}
