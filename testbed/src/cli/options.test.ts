import { expect, it } from 'vitest';
import { parseCommand } from './options.ts';

it('reads a full command line', () => {
  expect(parseCommand(['up', '--home', '/x', '--port', '13000', '--no-second', '--detach'])).toEqual({
    command: 'up',
    home: '/x',
    port: 13_000,
    second: false,
    detach: true,
  });
});

it('says what is wrong with it', () => {
  expect(() => parseCommand(['start'])).toThrow('There is no command "start".');
  expect(() => parseCommand(['up', '--port', '80'])).toThrow('from 1024 to 65000');
  expect(() => parseCommand(['up', '--second'])).toThrow();
});

it('shows its usage when asked for nothing', () => {
  expect(parseCommand([]).command).toBe('help');
});
