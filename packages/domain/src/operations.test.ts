import { expect, test } from 'vitest';
import { stepsAfter, stepsOf, stepTitles } from './operations.ts';

test('an attempt after a failed one starts from the step that failed', () => {
  const last = [
    { position: 0, key: 'reach', state: 'skipped', message: 'Reached.' },
    { position: 1, key: 'plan', state: 'succeeded', message: null },
    { position: 2, key: 'apply', state: 'failed', message: 'Refused.' },
    { position: 3, key: 'prune', state: 'waiting', message: null },
  ] as const;
  expect(stepsAfter(last)).toEqual([
    { position: 0, key: 'reach', state: 'skipped', message: 'Reached.' },
    { position: 1, key: 'plan', state: 'skipped', message: 'Done in an earlier attempt.' },
    { position: 2, key: 'apply', state: 'waiting', message: null },
    { position: 3, key: 'prune', state: 'waiting', message: null },
  ]);
});

test('a step that was running when everything stopped is where to start', () => {
  expect(stepsAfter([{ position: 0, key: 'reach', state: 'running', message: 'x' }])[0]?.state).toBe('waiting');
});

test('every step of every kind has a title', () => {
  for (const key of Object.values(stepsOf).flat()) expect(stepTitles[key]).toBeDefined();
});
