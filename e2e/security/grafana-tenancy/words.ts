import { randomBytes } from 'node:crypto';

const said = new Map<string, string>();

/** A word that stands nowhere but in what B keeps under this name. */
export function word(name: string): string {
  const known = said.get(name);
  if (known !== undefined) return known;
  const made = `zq${name.replace(/\W/g, '')}${randomBytes(6).toString('hex')}`;
  said.set(name, made);
  return made;
}

/** Those of B's words that stand in a text. */
export function wordsIn(text: string): string[] {
  return [...said].filter(([, made]) => text.includes(made)).map(([name]) => name);
}

export function allWords(): readonly string[] {
  return [...said.keys()];
}
