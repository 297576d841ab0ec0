const REGEXP_META = /[\\.+*?()|[\]{}^$]/g;

/** A pattern that matches exactly this text in RE2 (the store's regular expressions). */
export function escapePattern(text: string): string {
  return text.replace(REGEXP_META, '\\$&');
}

/** The texts of a pattern that is only an alternation of literals ("api|web\.1"), or undefined. */
export function literalsOfPattern(pattern: string): string[] | undefined {
  const parts: string[] = [];
  let current = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at] as string;
    if (char === '|') {
      parts.push(current);
      current = '';
    } else if (char === '\\') {
      const next = pattern[at + 1];
      if (next === undefined || /[A-Za-z0-9]/.test(next)) return undefined;
      current += next;
      at += 1;
    } else if (/[.+*?()[\]{}^$]/.test(char)) {
      return undefined;
    } else {
      current += char;
    }
  }
  parts.push(current);
  return parts.every((part) => part !== '') ? parts : undefined;
}
