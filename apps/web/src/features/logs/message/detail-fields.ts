import { type LogLine, PLATFORM_LABELS } from '../data/log-line.ts';
import type { ParsedMessage } from './parse-message.ts';

export interface DetailField {
  readonly name: string;
  readonly value: string;
  /** A label of the stream, or a field: parsed from the line, or kept beside it by the store. */
  readonly origin: 'label' | 'field';
  /** What a filter on it needs in the query first. */
  readonly parser: 'json' | 'logfmt' | undefined;
}

/** Everything known of a line: its labels, the fields of its text, and what the store keeps beside it. */
export function detailFields(line: LogLine, parsed: ParsedMessage): DetailField[] {
  const labels = PLATFORM_LABELS.flatMap((name): DetailField[] => {
    const value = line.stream.labels[name];
    // The page is about one project: its name says nothing here.
    return value === undefined || name === 'project' ? [] : [{ name, value, origin: 'label', parser: undefined }];
  });
  const taken = new Set([...labels.map((field) => field.name), parsed.messageField]);
  const parser = parsed.format === 'text' ? undefined : parsed.format;
  const fields: DetailField[] = [];
  const add = (name: string, value: string, needs: DetailField['parser']) => {
    if (taken.has(name) || name.startsWith('__')) return;
    taken.add(name);
    fields.push({ name, value, origin: 'field', parser: needs });
  };
  for (const { name, value } of parsed.fields) add(name, value, parser);
  for (const [name, value] of Object.entries(line.extra)) {
    if (!name.endsWith('_extracted')) add(name, value, undefined);
  }
  return [...labels, ...fields];
}
