/** Where a line's fields come from. The parser's name is what the query needs to filter by them. */
export type MessageFormat = 'json' | 'logfmt' | 'text';

export interface Field {
  /** The name the store's own parser gives it: nested keys joined by "_", other characters replaced. */
  readonly name: string;
  readonly value: string;
}

export interface ParsedMessage {
  readonly format: MessageFormat;
  /** What the program says in words; empty where the line is only fields. */
  readonly message: string;
  /** The field that the message stood in. */
  readonly messageField: string | undefined;
  readonly fields: readonly Field[];
}

const MESSAGE_KEYS = ['msg', 'message', 'log', 'event', 'body'];
/** Shown in columns of their own, so not repeated behind the message. */
const COLUMN_KEYS = new Set(['level', 'lvl', 'severity', 'time', 'ts', 'timestamp', '_time', 'date', 'datetime']);
const DEEPEST = 4;
const MOST_FIELDS = 200;

/** Reads a line as JSON or logfmt where it clearly is, otherwise as plain text. */
export function parseMessage(text: string): ParsedMessage {
  const trimmed = text.trimStart();
  if (trimmed.startsWith('{')) {
    const fields = jsonFields(trimmed);
    if (fields) return split('json', fields);
  } else if (!text.includes('\n')) {
    const fields = logfmtFields(trimmed);
    if (fields) return split('logfmt', fields);
  }
  return { format: 'text', message: text, messageField: undefined, fields: [] };
}

function split(format: MessageFormat, all: readonly Field[]): ParsedMessage {
  const message = MESSAGE_KEYS.map((key) => all.find((field) => field.name === key)).find((field) => field?.value);
  return {
    format,
    message: message?.value ?? '',
    messageField: message?.name,
    fields: all.filter((field) => field !== message),
  };
}

/** The fields worth showing behind the message: without level and time, which have their columns. */
export function isColumnField(name: string): boolean {
  return COLUMN_KEYS.has(name.toLowerCase());
}

function jsonFields(text: string): Field[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields: Field[] = [];
  flatten(value as Record<string, unknown>, '', DEEPEST, fields);
  return fields;
}

/** As the store's `json` stage does it: objects are flattened, arrays are not. */
function flatten(object: Record<string, unknown>, prefix: string, depth: number, into: Field[]): void {
  for (const [key, value] of Object.entries(object)) {
    if (into.length >= MOST_FIELDS) return;
    const name = `${prefix}${fieldName(key, prefix === '')}`;
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth > 1) {
      flatten(value as Record<string, unknown>, `${name}_`, depth - 1, into);
    } else if (value !== null && value !== undefined) {
      into.push({ name, value: typeof value === 'string' ? value : JSON.stringify(value) });
    }
  }
}

function fieldName(key: string, first: boolean): string {
  const name = key.replace(/[^A-Za-z0-9_]/g, '_');
  return first && /^\d/.test(name) ? `_${name}` : name;
}

const PAIR = /\s*([^\s="]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*))(?=\s|$)/y;

/** Two pairs or more from the first character to the last; prose with one "a=b" in it stays text. */
function logfmtFields(text: string): Field[] | undefined {
  const fields: Field[] = [];
  let at = 0;
  const end = text.trimEnd().length;
  while (at < end && fields.length < MOST_FIELDS) {
    PAIR.lastIndex = at;
    const pair = PAIR.exec(text);
    if (!pair) return undefined;
    const [whole, key = '', quoted, bare = ''] = pair;
    fields.push({ name: fieldName(key, true), value: quoted === undefined ? bare : unescapeQuoted(quoted) });
    at += whole.length;
  }
  return fields.length >= 2 ? fields : undefined;
}

function unescapeQuoted(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char === 't' ? '\t' : char));
}
