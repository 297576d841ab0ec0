import { z } from 'zod';
import {
  builtInSettings,
  catalogue,
  type SettingKey,
  type Settings,
  type SettingValue,
  settingKeys,
} from './catalogue.ts';

/** What each setting admits. */
export const settingSchemas = Object.fromEntries(settingKeys.map((key) => [key, schemaOf(key)])) as {
  readonly [K in SettingKey]: z.ZodType<SettingValue<K>>;
};

/** Settings as stored: what is absent, or is no longer admitted, has its built-in value. */
export function readSettings(stored: unknown): Settings {
  const given = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const values = settingKeys.map((key) => {
    const parsed = settingSchemas[key].safeParse(given[key]);
    return [key, parsed.success ? parsed.data : builtInSettings[key]];
  });
  return Object.fromEntries(values) as unknown as Settings;
}

function schemaOf(key: SettingKey): z.ZodType {
  const spec = catalogue[key];
  if (spec.kind === 'switch') return z.boolean();
  return z.int().min(spec.least, spec.whyLeast).max(spec.most, spec.whyMost);
}
