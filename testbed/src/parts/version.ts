import type { Part } from './catalog.ts';

export type Version = readonly [major: number, minor: number, patch: number];

export function parseVersion(text: string): Version | undefined {
  // Not `go1.26`: that is the compiler which many of these programs print beside their own version.
  const match = /(?<![\w.])v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined;
}

export function isAtLeast(version: Version, floor: Version): boolean {
  for (const index of [0, 1, 2] as const) {
    if (version[index] !== floor[index]) return version[index] > floor[index];
  }
  return true;
}

/** Whether the program that printed `output` will do in place of the pinned version. */
export function fits(part: Pick<Part, 'version' | 'accepts' | 'newestMajor'>, output: string): boolean {
  const found = parseVersion(output);
  const pinned = parseVersion(part.version);
  if (!found || !pinned) return false;
  if (part.accepts === 'same-minor') return found[0] === pinned[0] && found[1] === pinned[1];
  return found[0] <= (part.newestMajor ?? pinned[0]) && isAtLeast(found, [pinned[0], pinned[1], 0]);
}

/** Whether the program that printed `output` is the pinned version itself. */
export function isPinned(part: Pick<Part, 'version'>, output: string): boolean {
  const found = parseVersion(output);
  return found !== undefined && found.join('.') === part.version;
}
