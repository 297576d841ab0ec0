import { OrielError } from '@oriel/domain/errors';
import { z } from 'zod';

/** Where a page ended: the values by which the list is sorted, of its last row. */
export function encodeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** PostgreSQL's texts hold no NUL. */
const value = z.string().refine((text) => !text.includes('\0'));

/** Throws `bad_input` for anything but a cursor with as many values. */
export function decodeCursor(cursor: string, length: number): readonly string[] {
  const parsed = z.array(value).length(length).safeParse(parse(cursor));
  if (parsed.success) return parsed.data;
  throw unknownCursor();
}

export function unknownCursor(): OrielError {
  return new OrielError('bad_input', 'This cursor is not known. Take `nextCursor` of the page before, as it is.', {
    field: 'cursor',
  });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
