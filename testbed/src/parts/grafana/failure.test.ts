import { expect, test } from 'vitest';
import { explainPagesFailure } from './failure.ts';

test.each([
  ['RequestError: getaddrinfo EAI_AGAIN registry', /npm registry could not be reached/],
  ['FATAL ERROR: JavaScript heap out of memory', /3 GB free/],
  ['Error: ENOSPC: no space left on device', /disk is full/],
  ['Module not found', /The end of what was said:\nModule not found/],
])('%s', (output, message) => {
  expect(explainPagesFailure('installed', output).message).toMatch(message);
});

test('what was merely told on the way is left out', () => {
  const { message } = explainPagesFailure('bundled', '➤ YN0013: │ react will be fetched\npages 10 % building\nboom\n');
  expect(message).toBe("Grafana's pages could not be bundled. The end of what was said:\nboom");
});
