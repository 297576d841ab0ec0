import { describe, expect, it } from 'vitest';
import { builtInSettings } from './catalogue.ts';
import {
  enforcedAbove,
  type PolicyRow,
  parseSetting,
  requireUnenforced,
  resolveSettings,
  valuesOf,
} from './resolve.ts';

const interval = 'metrics.scrapeInterval';
const policy = (
  level: PolicyRow['level'],
  mode: PolicyRow['mode'],
  value: unknown,
  setting: string = interval,
): PolicyRow => ({ level, mode, value, setting });

describe('resolveSettings', () => {
  it('is what is built in where nobody said anything', () => {
    expect(valuesOf(resolveSettings([]))).toEqual(builtInSettings);
    expect(resolveSettings([])[interval].origin).toEqual({ level: 'built-in', mode: 'default' });
  });

  it.each<[string, PolicyRow[], number, string]>([
    [
      'the default nearest to the cluster',
      [policy('platform', 'default', 30), policy('seed', 'default', 45)],
      45,
      'seed',
    ],
    [
      'whatever the order of the rows',
      [policy('cluster', 'default', 15), policy('platform', 'default', 30)],
      15,
      'cluster',
    ],
    [
      'an enforced value over a nearer default',
      [policy('platform', 'enforced', 30), policy('cluster', 'default', 15)],
      30,
      'platform',
    ],
    [
      'the widest of two enforced values',
      [policy('project', 'enforced', 15), policy('seed', 'enforced', 30)],
      30,
      'seed',
    ],
    [
      'a value that is no longer admitted counts as absent',
      [policy('cluster', 'default', 1), policy('seed', 'default', 30)],
      30,
      'seed',
    ],
    [
      'nor does an enforced one that is not',
      [policy('platform', 'enforced', 'x'), policy('project', 'default', 30)],
      30,
      'project',
    ],
    ['of another setting it says nothing', [policy('cluster', 'default', true, 'logs.keepDebug')], 60, 'built-in'],
  ])('%s', (_, policies, value, level) => {
    expect(resolveSettings(policies)[interval]).toMatchObject({ value, origin: { level } });
  });
});

describe('a change below an enforced policy', () => {
  const policies = [policy('seed', 'enforced', true, 'logging.enabled')];

  it('names the policy that refuses it, and who can help', () => {
    expect(() => requireUnenforced('logging.enabled', false, { level: 'cluster', policies })).toThrow(
      'Logging is set to on by a policy of the seed, which is enforced. Ask a platform administrator.',
    );
  });

  it('passes where it says the same, and at the level of the policy itself', () => {
    requireUnenforced('logging.enabled', true, { level: 'cluster', policies });
    requireUnenforced('logging.enabled', false, { level: 'seed', policies });
    expect(enforcedAbove('logging.enabled', 'platform', policies)).toBeUndefined();
  });
});

describe('parseSetting', () => {
  it.each([
    ['nothing.such', true, /There is no setting "nothing.such". Known are monitoring.enabled/],
    ['constructor', true, /There is no setting/],
    [interval, 'often', /Scrape interval: Give a whole number/],
    [interval, 5, /Scrape interval: At least 15 s/],
    ['logging.enabled', 1, /Logging: Give true or false/],
  ])('%s: %j', (key, value, message) => {
    expect(() => parseSetting(key, value)).toThrow(message);
  });
});
