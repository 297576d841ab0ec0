import type { Part } from './catalog.ts';

const noNetwork =
  /dial tcp|no such host|connection refused|i\/o timeout|TLS handshake|proxyconnect|network is unreachable/;
const notServed = /\b(403 Forbidden|404 Not Found|410 Gone)\b/;
const goTooOld = /requires go >= (\S+)/;
const noCompiler = /C compiler "(.+)" not found|cgo: .*executable file not found/;
const staticLibraryMissing = /cannot find -l(\S+)/;
const diskFull = /no space left on device/;
const killed = /signal: killed/;

/** Packages and downloads go to standard error as well: only the rest says what went wrong. */
const noise = /^(go: (downloading|finding|found) |[\w.~\-/]+$|# )/;
const shownLines = 15;

/** Turns what `go` printed into an error that says what to do about it. */
export function explainFailure(part: Part, stderr: string): Error {
  const advice = adviceFor(stderr);
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !noise.test(line));
  const text = lines.slice(-shownLines).join('\n');
  return new Error(`${part.name} ${part.version} could not be built from ${part.module}. ${advice}\n${text}`);
}

function adviceFor(stderr: string): string {
  const tooOld = goTooOld.exec(stderr);
  if (tooOld) return goAdvice(tooOld[1] ?? 'a newer version');
  if (diskFull.test(stderr)) return 'The disk is full: all parts together need about 20 GB while they are built.';
  if (noCompiler.test(stderr)) return 'It needs a C compiler: install gcc (Debian: apt-get install gcc libc6-dev).';
  if (staticLibraryMissing.test(stderr)) return 'It needs static C libraries (Debian: apt-get install libc6-dev).';
  if (notServed.test(stderr)) {
    return 'The module proxy does not serve a module it needs: see testbed/parts/README.md on choosing another version.';
  }
  if (noNetwork.test(stderr)) {
    return 'The Go module proxy could not be reached: connect this machine, or set GOPROXY to a proxy it can reach.';
  }
  if (killed.test(stderr)) return 'The compiler was killed, most likely for want of memory: 4 GB free are enough.';
  return 'The compiler said:';
}

export function goAdvice(version: string): string {
  return (
    `It needs Go ${version} or newer: install it from https://go.dev/dl/ ` +
    '(or allow Go to fetch it: GOTOOLCHAIN=auto), or put the program itself on PATH.'
  );
}
