import type { LogLine } from '../data/log-line.ts';
import { type ParsedMessage, parseMessage } from './parse-message.ts';

const parsed = new WeakMap<LogLine, ParsedMessage>();

/** Parses a line when it first comes into view; kept as long as the line is. */
export function parsedOf(line: LogLine): ParsedMessage {
  let message = parsed.get(line);
  if (message === undefined) {
    message = parseMessage(line.text);
    parsed.set(line, message);
  }
  return message;
}
