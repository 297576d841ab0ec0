const noNetwork = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|RequestError|TimeoutError|YN0035/;
const outOfMemory = /heap out of memory|SIGKILL|Killed/;
const diskFull = /ENOSPC/;
const shownLines = 15;

/** Yarn tells of every package it fetches, webpack of every percent: only the rest says what went wrong. */
const noise = /YN0013|YN0002|YN0060|^pages \d+ %/;

export function explainPagesFailure(what: 'installed' | 'bundled', output: string): Error {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !noise.test(line));
  const text = lines.slice(-shownLines).join('\n');
  return new Error(`Grafana's pages could not be ${what}. ${adviceFor(output)}\n${text}`);
}

function adviceFor(output: string): string {
  if (diskFull.test(output)) return 'The disk is full: the build needs 2 GB, of which 0.2 GB stay.';
  if (outOfMemory.test(output)) return 'It ran out of memory: 3 GB free are enough.';
  if (noNetwork.test(output)) {
    return 'The npm registry could not be reached: connect this machine, or set its registry (npm config set registry).';
  }
  return 'The end of what was said:';
}
