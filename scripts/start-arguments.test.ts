import { expect, test } from 'vitest';
import { parseStartArguments } from './start-arguments.ts';

const parse = (...args: string[]) => parseStartArguments(args, '/src/oriel');

test('without arguments: port 3000, the home in the checkout, the demo cluster where it can run', () => {
  expect(parse()).toEqual({
    home: '/src/oriel/.oriel',
    port: 3000,
    cluster: undefined,
    adminEmail: 'admin@oriel.localhost',
    ingestHost: undefined,
    reset: false,
    yes: false,
    help: false,
  });
});

test('the home: the argument wins over the environment', () => {
  expect(parseStartArguments([], '/src/oriel', '/data').home).toBe('/data');
  expect(parseStartArguments(['--home', '/other'], '/src/oriel', '/data').home).toBe('/other');
});

test('what was asked for', () => {
  expect(parse('--no-cluster', '--port', '4000', '--reset', '--yes', '--ingest-host', '172.18.0.1')).toMatchObject({
    cluster: false,
    port: 4000,
    reset: true,
    yes: true,
    ingestHost: '172.18.0.1',
  });
});

test.each([
  ['--port', 'http', 'is not a number from 1024 to 65000'],
  ['--port', '80', 'is not a number from 1024 to 65000'],
  ['--port', '65500', 'is not a number from 1024 to 65000'],
  ['--ingest-host', '1.2.3.4:5; listen 1', 'is neither an IPv4 address nor a host name'],
  ['--cluster', 'demo', "Unknown option '--cluster'"],
])('%s %s is refused', (option, value, sentence) => {
  expect(() => parse(option, value)).toThrow(sentence);
});
