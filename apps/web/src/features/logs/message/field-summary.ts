import { type LogLine, PLATFORM_LABELS } from '../data/log-line.ts';
import { isColumnField, type MessageFormat, parseMessage } from './parse-message.ts';

const MOST_VALUES = 1000;
const PLATFORM: ReadonlySet<string> = new Set(PLATFORM_LABELS);

export interface FieldValue {
  readonly value: string;
  readonly count: number;
}

export interface FieldSummary {
  readonly name: string;
  /** Distinct values seen; `more` when there are so many that counting stopped. */
  readonly distinct: number;
  readonly more: boolean;
  readonly numeric: boolean;
  /** The parser that a filter on it needs; undefined when the store already knows it. */
  readonly parser: 'json' | 'logfmt' | undefined;
  readonly counts: ReadonlyMap<string, number>;
}

type Entry = { counts: Map<string, number>; more: boolean; numeric: boolean; parser: 'json' | 'logfmt' | undefined };

/** Counts the parsed fields of loaded lines. Feed it in small pieces: each call costs about 10 µs per line. */
export class FieldCounter {
  private readonly entries = new Map<string, Entry>();
  private readonly seenFormats = new Set<MessageFormat>();
  private lines = 0;

  get counted(): number {
    return this.lines;
  }

  add(line: LogLine): void {
    this.lines += 1;
    const parsed = parseMessage(line.text);
    this.seenFormats.add(parsed.format);
    const parser = parsed.format === 'text' ? undefined : parsed.format;
    const named = new Set<string>();
    for (const { name, value } of parsed.fields) {
      if (PLATFORM.has(name) || isColumnField(name) || named.has(name)) continue;
      named.add(name);
      this.count(name, value, parser);
    }
    for (const [name, value] of Object.entries(line.extra)) {
      if (!named.has(name) && name !== parsed.messageField && !isInternal(name)) this.count(name, value, undefined);
    }
  }

  /** Parsers that apply to the loaded lines, for the group's title. */
  formats(): ('json' | 'logfmt')[] {
    return (['json', 'logfmt'] as const).filter((format) => this.seenFormats.has(format));
  }

  /** Fields by name. */
  fields(): FieldSummary[] {
    const fields = [...this.entries].map(([name, entry]) => ({ name, distinct: entry.counts.size, ...entry }));
    return fields.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  private count(name: string, value: string, parser: Entry['parser']): void {
    let entry = this.entries.get(name);
    if (entry === undefined) {
      entry = { counts: new Map(), more: false, numeric: true, parser };
      this.entries.set(name, entry);
    }
    if (entry.numeric && !/^-?\d+(\.\d+)?$/.test(value)) entry.numeric = false;
    const count = entry.counts.get(value);
    if (count === undefined && entry.counts.size >= MOST_VALUES) entry.more = true;
    else entry.counts.set(value, (count ?? 0) + 1);
  }
}

/** Names that the store adds for itself; `pod_extracted` is a parsed field named as a label is. */
function isInternal(name: string): boolean {
  if (name.startsWith('__') || name === 'detected_level' || name === 'service_name' || isColumnField(name)) return true;
  return name.endsWith('_extracted') && PLATFORM.has(name.slice(0, -'_extracted'.length));
}

/** The commonest values first. */
export function topValues(counts: ReadonlyMap<string, number>, most: number): FieldValue[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, most);
}
