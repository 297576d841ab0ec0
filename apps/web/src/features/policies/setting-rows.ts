import { type SettingKey, settingKeys } from '@oriel/domain/policy/catalogue';
import type { EffectiveSetting, PlatformPlace } from './output.ts';

/** One setting across the places of the platform. */
export interface SettingRow {
  readonly setting: SettingKey;
  readonly cells: readonly { readonly place: PlatformPlace; readonly effective: EffectiveSetting }[];
}

export function settingRows(places: readonly PlatformPlace[]): SettingRow[] {
  if (places.length === 0) return [];
  return settingKeys.map((setting) => ({
    setting,
    cells: places.flatMap((place) => {
      const effective = place.settings.find((one) => one.setting === setting);
      return effective === undefined ? [] : [{ place, effective }];
    }),
  }));
}
