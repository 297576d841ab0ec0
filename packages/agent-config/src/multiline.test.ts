import { describe, expect, it } from 'vitest';
import { firstLine, notStartingWith } from './multiline.ts';

const isFirst = (line: string) => new RegExp(firstLine).test(line);

describe('firstLine', () => {
  it.each([
    '\tat com.example.Orders.place(Orders.java:42)',
    '    at Object.<anonymous> (/srv/app.js:10:15)',
    '   at Shop.Orders.Place(Order order) in /src/Orders.cs:line 12',
    '  at async handle (file:///srv/app.mjs:3:1)',
    '  File "/srv/app.py", line 7, in place',
    '    raise ValueError("no stock")',
    '\t/go/src/app/main.go:12 +0x1d',
    'Caused by: java.sql.SQLException: connection refused',
  ])('lets %j go on with the line before it', (line) => {
    expect(isFirst(line)).toBe(false);
  });

  it.each([
    '',
    'level=info msg="started"',
    '{"level":"info"}',
    'Caught signal 15',
    'Caused by a full disk',
    ' INFO padded level',
    '  two spaces',
    '   three spaces',
    '  attached volume',
    'C',
    'Caused by:',
  ])('keeps %j as a line of its own', (line) => {
    expect(isFirst(line)).toBe(true);
  });
});

describe('notStartingWith', () => {
  it('is the exact complement of its prefixes over all short texts', () => {
    const prefixes = ['ab', 'aba', 'c', 'bb'];
    const expression = new RegExp(`^${notStartingWith(prefixes)}`);
    const texts = [''];
    for (let round = 0; round < 4; round++)
      texts.push(...texts.flatMap((text) => [...'abc'].map((char) => text + char)));
    for (const text of new Set(texts)) {
      expect([text, expression.test(text)]).toEqual([text, !prefixes.some((prefix) => text.startsWith(prefix))]);
    }
  });
});
