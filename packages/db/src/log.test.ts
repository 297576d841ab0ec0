import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('a failed call of the database is logged by its reason, never by its arguments', () => {
  const lines: string[] = [];
  const log = createLog({ name: 'any', level: 'info', destination: { write: (line) => void lines.push(line) } });
  const cause = new Error('Invalid call:\n{ data: { name: "seeded-secret" } }\n\nUnknown argument `name`.');
  cause.name = 'PrismaClientValidationError';
  log.error(
    { err: new Error('it failed', { cause: Object.assign(cause, { row: 'seeded-secret' }) }) },
    'a step failed',
  );
  expect(lines.join('')).not.toContain('seeded-secret');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'a step failed',
    err: { type: 'Error', message: 'it failed', cause: { message: 'Unknown argument `name`.' } },
  });
});
