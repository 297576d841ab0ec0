import { OrielError } from '../errors.ts';
import {
  builtInSettings,
  catalogue,
  formatSetting,
  isSettingKey,
  type SettingKey,
  type Settings,
  settingKeys,
} from './catalogue.ts';
import { type Origin, type PolicyLevel, type PolicyMode, policyLevels, whoMayChange } from './levels.ts';
import { settingSchemas } from './settings.ts';

/** One policy that bears on a cluster, as stored. */
export interface PolicyRow {
  readonly level: PolicyLevel;
  readonly mode: PolicyMode;
  readonly setting: string;
  readonly value: unknown;
}

export interface Effective<Value = boolean | number> {
  readonly value: Value;
  readonly origin: Origin;
}

export type EffectiveSettings = { readonly [K in SettingKey]: Effective<Settings[K]> };

/**
 * What holds for one cluster, and why. An enforced value wins, the one of the widest level first; else the default
 * nearest to the cluster; else what is built in. A stored value that its setting no longer admits counts as absent.
 */
export function resolveSettings(policies: readonly PolicyRow[]): EffectiveSettings {
  return Object.fromEntries(settingKeys.map((key) => [key, resolve(key, policies)])) as unknown as EffectiveSettings;
}

/** The values alone. */
export function valuesOf(effective: EffectiveSettings): Settings {
  return Object.fromEntries(settingKeys.map((key) => [key, effective[key].value])) as unknown as Settings;
}

/** The policy that forbids `level` to say anything else about the setting; undefined where it may. */
export function enforcedAbove(
  key: SettingKey,
  level: PolicyLevel,
  policies: readonly PolicyRow[],
): Effective | undefined {
  const above = policies.filter((policy) => policyLevels.indexOf(policy.level) < policyLevels.indexOf(level));
  const { value, origin } = resolve(key, above);
  return origin.mode === 'enforced' ? { value, origin } : undefined;
}

/** Throws `conflict`, naming the policy that refuses and who may change it. A value equal to the enforced one passes. */
export function requireUnenforced(
  key: SettingKey,
  value: boolean | number,
  { level, policies }: { readonly level: PolicyLevel; readonly policies: readonly PolicyRow[] },
): void {
  const enforced = enforcedAbove(key, level, policies);
  if (enforced === undefined || enforced.value === value) return;
  throw new OrielError(
    'conflict',
    `${catalogue[key].title} is set to ${formatSetting(key, enforced.value)} by a policy of the ${enforced.origin.level}, which is enforced. ${whoMayChange[enforced.origin.level]}`,
    { field: key },
  );
}

/** Throws `bad_input` for an unknown setting and for a value it does not admit. */
export function parseSetting(key: string, value: unknown): { key: SettingKey; value: boolean | number } {
  if (!isSettingKey(key)) {
    throw new OrielError('bad_input', `There is no setting "${key}". Known are ${settingKeys.join(', ')}.`, {
      field: 'setting',
    });
  }
  const parsed = settingSchemas[key].safeParse(value);
  if (parsed.success) return { key, value: parsed.data };
  const kind = typeof builtInSettings[key] === 'boolean' ? 'true or false' : 'a whole number';
  const why = parsed.error.issues[0]?.code === 'invalid_type' ? `Give ${kind}.` : parsed.error.issues[0]?.message;
  throw new OrielError('bad_input', `${catalogue[key].title}: ${why ?? `Give ${kind}.`}`, { field: 'value' });
}

function resolve(key: SettingKey, policies: readonly PolicyRow[]): Effective {
  const about = policyLevels.flatMap((level) =>
    policies.flatMap((policy) => {
      if (policy.level !== level || policy.setting !== key) return [];
      const parsed = settingSchemas[key].safeParse(policy.value);
      return parsed.success ? [{ value: parsed.data, origin: { level, mode: policy.mode } }] : [];
    }),
  );
  return (
    about.find(({ origin }) => origin.mode === 'enforced') ??
    about.at(-1) ?? { value: builtInSettings[key], origin: { level: 'built-in', mode: 'default' } }
  );
}
