const MOST = 20;

/** The newest first, each once. */
export function withNewest(history: readonly string[], text: string): string[] {
  return [text, ...history.filter((old) => old !== text)].slice(0, MOST);
}

/** The queries that this browser ran in a project; nothing where storage is refused. */
export function readHistory(key: string): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string') : [];
  } catch {
    return [];
  }
}

export function addToHistory(key: string, text: string): void {
  try {
    localStorage.setItem(key, JSON.stringify(withNewest(readHistory(key), text)));
  } catch {
    // A full or refused storage costs the history, not the query.
  }
}
