import { attributes, block, quote } from './alloy-syntax.ts';

/**
 * Put in front of lines that go on with the one before for another reason than how they begin, and taken away again
 * once they are joined. No text log has it.
 */
const mark = '\u0001';

/**
 * How a line that goes on with the one before it begins: frames of Java, JavaScript, .NET, Python and Go, and Java's
 * causes. Anything else, a line with one or two spaces in front included, stays a line of its own: two lines wrongly
 * made one are worse than a stack trace in two pieces.
 */
const continuationPrefixes = ['\t', '    ', '   at ', '  at ', '  File "', 'Caused by: ', mark] as const;

/** Go's traces have lines that begin like any other: empty ones, the goroutine, calls with their arguments in hexadecimal. */
export const goTraceLine =
  '^(?:$|goroutine \\d+ \\[|created by \\S+ in goroutine \\d+$|main\\.main\\(\\)$|\\S*\\((?:0x|\\{0x|\\.\\.\\.\\)$))';

const mostLines = 128;
/** A trace comes in one breath; a lone line waits this long for a next one. */
const longestWait = '1s';

/**
 * Stages that make one entry of a stack trace. They leave the text as it is. What stands before `stage.multiline` must
 * not be inside a `stage.match`: its lines take another way than the others and may be overtaken by them.
 */
export function joinStages(): string[] {
  const marking = attributes({ expression: quote(goTraceLine.replace('^', '^()')), replace: quote(mark) });
  const unmarking = attributes({ expression: quote(`(?:^|\n)(${mark})`), replace: quote('') });
  return [
    block('stage.replace', marking),
    block(
      'stage.multiline',
      attributes({ firstline: quote(firstLine), max_lines: String(mostLines), max_wait_time: quote(longestWait) }),
    ),
    block(
      'stage.match',
      attributes({ selector: quote(`{stream!=""} |= ${quote(mark)}`) }),
      block('stage.replace', unmarking),
    ),
  ];
}

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
  if (character === mark) return '\\x01';
  return /[\w\s:]/.test(character) ? character : `\\${character}`;
}
