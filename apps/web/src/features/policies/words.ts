import { catalogue, formatSetting, type SettingKey } from '@oriel/domain/policy/catalogue';
import { type Origin, whoMayChange } from '@oriel/domain/policy/levels';
import type { PolicyException } from './output.ts';

type Value = boolean | number;

const defaults: Readonly<Record<Origin['level'], string>> = {
  platform: 'Platform default',
  seed: 'Seed default',
  project: 'Project default',
  cluster: 'Own choice',
  'built-in': 'Built in',
};

/** `Project default`, `Enforced by platform`. */
export function originLabel({ level, mode }: Origin): string {
  if (mode === 'default') return defaults[level];
  return `Enforced by ${level === 'cluster' ? 'an owner' : level}`;
}

/** Why a control is locked, and whom to ask. */
export function lockSentence(setting: SettingKey, value: Value, { level }: Origin): string {
  const by = level === 'cluster' ? 'an owner of the project' : `a policy of the ${level}`;
  return `${catalogue[setting].title} is held ${describeValue(setting, value)} by ${by}. ${whoMayChange[level]}`;
}

/** `on, enforced by the platform`: what a place falls back to. */
export function describeFallback(setting: SettingKey, { value, origin }: { value: Value; origin: Origin }): string {
  const from = origin.mode === 'enforced' ? 'enforced by the' : 'a default of the';
  return `${formatSetting(setting, value)}, ${origin.level === 'built-in' ? 'which is built in' : `${from} ${origin.level}`}`;
}

/** `At eu-1: on, enforced by the seed.`: where a seed of the project differs. */
export function exceptionSentence({ setting, seed, value, origin }: PolicyException): string {
  return `At ${seed}: ${describeFallback(setting, { value, origin })}.`;
}

/** Where a policy of a project is kept and changes nothing. */
export function waitingSentence(seeds: readonly string[]): string {
  return `At ${seeds.join(' and ')} another value is enforced; this one waits there until that ends.`;
}

/** What a change, or one that is tried, does to clusters. */
export function changeSentence({ count, names }: { count: number; names: readonly string[] }): string {
  if (count === 0) return 'No cluster changes now.';
  const shown = names.slice(0, count <= 6 ? 6 : 5);
  const rest = count - shown.length;
  const list = rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${rest} more`;
  return `${count === 1 ? '1 cluster changes' : `${count} clusters change`}: ${list}.`;
}

/** `On`, `60 s`. */
export function valueLabel(setting: SettingKey, value: Value): string {
  const text = formatSetting(setting, value);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function describeValue(setting: SettingKey, value: Value): string {
  return typeof value === 'boolean' ? formatSetting(setting, value) : `at ${formatSetting(setting, value)}`;
}
