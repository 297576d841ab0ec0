import type { SettingKey } from '@oriel/domain/policy/catalogue';
import type { PolicyLevel, PolicyMode } from '@oriel/domain/policy/levels';

/** Where a page changes a policy. */
export type PlaceRef =
  | { readonly level: 'platform' }
  | { readonly level: 'seed'; readonly seedId: string; readonly name: string }
  | { readonly level: 'project'; readonly project: string; readonly name: string }
  | { readonly level: 'cluster'; readonly clusterId: string; readonly name: string };

/** What a place shall say about a setting: `none` leaves it to what stands above. */
export type PolicyWish =
  | { readonly setting: SettingKey; readonly mode: 'none' }
  | { readonly setting: SettingKey; readonly mode: PolicyMode; readonly value: boolean | number };

/** The wish that brings back what a place said before. */
export function wishFor(
  setting: SettingKey,
  own: { readonly mode: PolicyMode; readonly value: boolean | number } | null,
): PolicyWish {
  return own === null ? { setting, mode: 'none' } : { setting, ...own };
}

/** `the platform`, `the seed embedded`, `the project Demo`, `this cluster`. */
export function placeWords(place: PlaceRef): string {
  if (place.level === 'platform') return 'the platform';
  return place.level === 'cluster' ? 'this cluster' : `the ${place.level} ${place.name}`;
}

const modeWords: Readonly<Record<PolicyLevel, Readonly<Record<PolicyMode, string>>>> = {
  platform: {
    default: 'Holds for every cluster. Seeds, projects and clusters may say otherwise.',
    enforced: 'Holds for every cluster. Nobody below may say otherwise.',
  },
  seed: {
    default: 'Holds for every cluster on this seed. Projects and clusters may say otherwise.',
    enforced: 'Holds for every cluster on this seed. Projects and clusters may not say otherwise.',
  },
  project: {
    default: 'Holds for every cluster of the project. Each cluster may say otherwise.',
    enforced: 'Holds for every cluster of the project. No cluster may say otherwise.',
  },
  cluster: {
    default: 'Holds for this cluster, until somebody who may steer it changes it.',
    enforced: 'Holds for this cluster. Only owners of the project can change it.',
  },
};

export function describeMode(level: PolicyLevel, mode: PolicyMode): string {
  return modeWords[level][mode];
}
