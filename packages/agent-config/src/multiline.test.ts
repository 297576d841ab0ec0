import { describe, expect, it } from 'vitest';
import { firstLine, goTraceLine, notStartingWith } from './multiline.ts';

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

describe('goTraceLine', () => {
  it.each([
    '',
    'goroutine 41 [running]:',
    'goroutine 1 [select, 5 minutes]:',
    'main.(*index).lookup(0xc0000a1b2c, {0xc0004d5e6f, 0xc})',
    'main.(*server).search({0x8f2a40, 0xc0002b8000})',
    'net/http.HandlerFunc.ServeHTTP(...)',
    'main.main()',
    'created by net/http.(*Server).Serve in goroutine 1',
  ])('takes %j', (line) => {
    expect(line).toMatch(new RegExp(goTraceLine));
  });

  it.each([
    'panic: runtime error: index out of range [12] with length 12',
    'goroutine pool is full',
    'created by anna',
    'orders.refresh()',
    'handled(ok)',
    'call (0xc000) failed',
    ' ',
  ])('does not take %j', (line) => {
    expect(line).not.toMatch(new RegExp(goTraceLine));
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
