/**
 * Calls `stop` at the first Ctrl-C (or SIGTERM, SIGHUP) and `kill` at the second.
 *
 * One Ctrl-C arrives up to three times, from the terminal, from npm and from the bootstrap, within
 * moments: what comes within a second counts as one.
 */
export function onStopSignals(stop: (signal: NodeJS.Signals) => void, kill: () => void): void {
  let firstAt: number | undefined;
  const heard = (signal: NodeJS.Signals) => {
    const now = performance.now();
    if (firstAt === undefined) {
      firstAt = now;
      stop(signal);
    } else if (now - firstAt > 1_000) {
      kill();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard);
}
