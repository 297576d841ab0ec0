/**
 * How a line that goes on with the one before it begins: frames of Java, JavaScript, .NET, Python and Go, and Java's
 * causes. Anything else, a line with one or two spaces in front included, stays a line of its own: two lines wrongly
 * made one are worse than a stack trace in two pieces.
 */
export const continuationPrefixes = ['\t', '    ', '   at ', '  at ', '  File "', 'Caused by: '] as const;

/** `stage.multiline` wants to know first lines, and RE2 has no "not": this is the complement of the prefixes. */
export const firstLine = `^${notStartingWith(continuationPrefixes)}`;

/** An RE2 (and JavaScript) expression that matches at the start of a text which begins with none of the prefixes. */
export function notStartingWith(prefixes: readonly string[]): string {
  const tails = Map.groupBy(prefixes, (prefix) => prefix.charAt(0));
  const known = [...tails.keys()];
  const branches = [...tails].flatMap(([first, group]) => {
    const rest = group.map((prefix) => prefix.slice(1));
    // The prefix is complete with this character: whatever follows, the text starts with it.
    return rest.includes('') ? [] : [`${literal(first)}${notStartingWith(rest)}`];
  });
  return `(?:$|[^${known.map(literal).join('')}]${branches.map((branch) => `|${branch}`).join('')})`;
}

function literal(character: string): string {
  if (character === '\t') return '\\t';
  return /[\w\s:]/.test(character) ? character : `\\${character}`;
}
