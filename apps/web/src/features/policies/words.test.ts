import { describe, expect, it, test } from 'vitest';
import {
  changeSentence,
  describeFallback,
  exceptionSentence,
  lockSentence,
  originLabel,
  valueLabel,
  waitingSentence,
} from './words.ts';

describe('changeSentence', () => {
  it.each([
    [{ count: 0, names: [] }, 'No cluster changes now.'],
    [{ count: 1, names: ['a'] }, '1 cluster changes: a.'],
    [{ count: 6, names: ['a', 'b', 'c', 'd', 'e', 'f'] }, '6 clusters change: a, b, c, d, e, f.'],
    [{ count: 12, names: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }, '12 clusters change: a, b, c, d, e and 7 more.'],
  ])('%j', (change, sentence) => {
    expect(changeSentence(change)).toBe(sentence);
  });
});

test('a locked control says who holds it, and whom to ask', () => {
  expect(lockSentence('logging.enabled', true, { level: 'platform', mode: 'enforced' })).toBe(
    'Logging is held on by a policy of the platform. Ask a platform administrator.',
  );
  expect(lockSentence('metrics.scrapeInterval', 30, { level: 'cluster', mode: 'enforced' })).toBe(
    'Scrape interval is held at 30 s by an owner of the project. Ask an owner of the project.',
  );
});

test('an origin is named in a few words', () => {
  expect(originLabel({ level: 'seed', mode: 'enforced' })).toBe('Enforced by seed');
  expect(originLabel({ level: 'cluster', mode: 'default' })).toBe('Own choice');
  expect(valueLabel('logging.enabled', false)).toBe('Off');
});

test('what a place falls back to is said', () => {
  const builtIn = { value: 60, origin: { level: 'built-in', mode: 'default' } } as const;
  expect(describeFallback('metrics.scrapeInterval', builtIn)).toBe('60 s, which is built in');
  const enforced = { value: true, origin: { level: 'seed', mode: 'enforced' } } as const;
  expect(describeFallback('logging.enabled', enforced)).toBe('on, enforced by the seed');
});

test('a seed that differs from the rest of a project is named', () => {
  const origin = { level: 'seed', mode: 'enforced' } as const;
  expect(exceptionSentence({ setting: 'logging.enabled', seed: 'eu-1', value: true, origin })).toBe(
    'At eu-1: on, enforced by the seed.',
  );
  expect(waitingSentence(['eu-1', 'us-1'])).toBe(
    'At eu-1 and us-1 another value is enforced; this one waits there until that ends.',
  );
});
