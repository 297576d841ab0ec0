/** A string literal of Alloy's configuration syntax. Its escapes are Go's; JSON's are a subset of them. */
export function quote(text: string): string {
  return JSON.stringify(text);
}

export function list(values: readonly string[]): string {
  return `[${values.map(quote).join(', ')}]`;
}

/** An object literal; values are expressions. */
export function object(values: Readonly<Record<string, string>>): string {
  return `{${Object.entries(values)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')}}`;
}

/** Indents every line that is not empty by one tab, as `alloy fmt` does. */
export function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '\t');
}

/** `name "label" { body }`; an empty body gives an empty block. */
export function block(head: string, ...body: readonly string[]): string {
  const inner = body.filter((part) => part !== '').join('\n\n');
  return inner === '' ? `${head} { }` : `${head} {\n${indent(inner)}\n}`;
}

/** Attribute lines with their `=` in one column, the way `alloy fmt` writes a group. */
export function attributes(values: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(values).map((name) => name.length));
  return Object.entries(values)
    .map(([name, value]) => `${name.padEnd(width)} = ${value}`)
    .join('\n');
}
