import type { LogLine } from '../data/log-line.ts';
import { isColumnField, type ParsedMessage } from '../message/parse-message.ts';
import { parsedOf } from '../message/parsed-lines.ts';
import { Highlight } from './highlight.tsx';

type LineMessageProps = { line: LogLine; pattern: RegExp | undefined; wrap: boolean };

/** What the line says, then the rest as key=value. Without wrapping a line of many shows its first. */
export function LineMessage({ line, pattern, wrap }: LineMessageProps) {
  const parsed = parsedOf(line);
  const { text, more } = firstLine(parsed, wrap);
  return (
    <>
      {text !== '' && (
        <span className="text-ink1 phone:font-medium">
          <Highlight text={text} pattern={pattern} />
        </span>
      )}
      {more > 0 && <span className="ml-2 text-ink3">+{more} lines</span>}
      {parsed.fields.map(({ name, value }) =>
        isColumnField(name) ? null : (
          <span key={name} className="text-ink2">
            {' '}
            <span className="text-ink3">{name}=</span>
            <Highlight text={value} pattern={pattern} />
          </span>
        ),
      )}
    </>
  );
}

function firstLine({ message }: ParsedMessage, wrap: boolean): { text: string; more: number } {
  const text = message.trimEnd();
  const end = text.indexOf('\n');
  if (wrap || end === -1) return { text, more: 0 };
  return { text: text.slice(0, end), more: text.split('\n').length - 1 };
}
