export type DiffLine = { kind: 'same' | 'add' | 'remove'; number: number; text: string };

/** Longest common subsequence by rows; fine for manifests of a few thousand lines. */
function table(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, next] = [rows[i] as Uint32Array, rows[i + 1] as Uint32Array];
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return rows;
}

/** The change from one text to another, removals before additions, with `context` unchanged lines around each. */
export function diffLines(before: string, after: string, context = 3): DiffLine[] {
  const a = before === '' ? [] : before.replace(/\n$/, '').split('\n');
  const b = after === '' ? [] : after.replace(/\n$/, '').split('\n');
  const lcs = table(a, b);
  const all: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      all.push({ kind: 'same', number: j + 1, text: b[j] ?? '' });
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || (lcs[i + 1]?.[j] ?? 0) >= (lcs[i]?.[j + 1] ?? 0))) {
      all.push({ kind: 'remove', number: i + 1, text: a[i] ?? '' });
      i += 1;
    } else {
      all.push({ kind: 'add', number: j + 1, text: b[j] ?? '' });
      j += 1;
    }
  }
  const near = (at: number) =>
    all.slice(Math.max(0, at - context), at + context + 1).some((line) => line.kind !== 'same');
  return all.filter((_, index) => near(index));
}
