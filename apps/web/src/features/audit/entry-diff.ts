/** One field of what an entry changed; a side is undefined where it has no such field. */
export interface FieldChange {
  /** `value`, `clusters.0.name`; empty for a value that is no object. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What stood there before and what stands there after, field by field, in the order of the later side. */
export function diffEntry(before: unknown, after: unknown): FieldChange[] {
  const [old, now] = [flatten(before), flatten(after)];
  const paths = new Set([...now.keys(), ...old.keys()]);
  return [...paths].map((path) => ({ path, before: old.get(path), after: now.get(path) }));
}

export function isChanged({ before, after }: FieldChange): boolean {
  return before !== after;
}

/** `value: false → true`, at most three fields; empty where nothing is known. */
export function summarizeEntry(before: unknown, after: unknown): string {
  const changed = diffEntry(before, after).filter(isChanged);
  const shown = changed.slice(0, 3).map(({ path, before: old, after: now }) => {
    const value = old === undefined || now === undefined ? (now ?? old) : `${old} → ${now}`;
    return path === '' ? `${value}` : `${path}: ${value}`;
  });
  return changed.length > shown.length
    ? `${shown.join(', ')} and ${changed.length - shown.length} more`
    : shown.join(', ');
}

function flatten(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) {
    if (path !== '') into.set(path, '–');
    return into;
  }
  const inner = typeof value === 'object' ? Object.entries(value) : [];
  if (inner.length === 0)
    into.set(path, typeof value === 'object' ? (Array.isArray(value) ? '[]' : '{}') : String(value));
  for (const [key, item] of inner) flatten(item, path === '' ? key : `${path}.${key}`, into);
  return into;
}
