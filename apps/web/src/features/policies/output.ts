import { settingKeys } from '@oriel/domain/policy/catalogue';
import { policyLevels, policyModes } from '@oriel/domain/policy/levels';
import { z } from 'zod';

const value = z.union([z.boolean(), z.number()]);
const mode = z.enum(policyModes);

/** A policy as it stands at one place. */
export const policy = z
  .object({
    level: z.enum(policyLevels),
    /** Name of the seed or the slug of the project; null for the platform and for the cluster asked about. */
    place: z.string().nullable(),
    /** Of a seed: its id. */
    seedId: z.uuid().nullable(),
    setting: z.enum(settingKeys),
    mode,
    value,
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Policy' });
export type PolicyView = z.infer<typeof policy>;

const origin = z.object({ level: z.enum([...policyLevels, 'built-in']), mode });

/** What a setting comes to at a place, and why. */
export const effectiveSetting = z
  .object({
    setting: z.enum(settingKeys),
    value,
    origin,
    own: z.object({ mode, value }).nullable().describe('What this place says itself; null where it says nothing.'),
    inherited: z.object({ value, origin }).describe('What holds here while this place says nothing itself.'),
    /** Whether whoever asks may give it another value here. */
    canChange: z.boolean(),
  })
  .meta({ id: 'EffectiveSetting' });
export type EffectiveSetting = z.infer<typeof effectiveSetting>;

/** The platform, or one of its seeds, with what it makes of every setting. */
export const platformPlace = z.object({
  level: z.enum(['platform', 'seed']),
  seedId: z.uuid().nullable().describe('Null for the platform.'),
  name: z.string(),
  settings: z.array(effectiveSetting),
});
export type PlatformPlace = z.infer<typeof platformPlace>;

export const platformPolicies = z.object({
  policies: z.array(policy),
  places: z.array(platformPlace).describe('The platform, then its seeds by name.'),
  canManage: z.boolean(),
});

const policyException = z
  .object({ setting: z.enum(settingKeys), seed: z.string().describe('Its name.'), value, origin })
  .meta({ id: 'PolicyException' });
export type PolicyException = z.infer<typeof policyException>;

export const projectPolicies = z.object({
  /** Of the platform, of the project's seeds and of the project. */
  policies: z.array(policy),
  forNewClusters: z
    .array(effectiveSetting)
    .describe('What a cluster gets that is registered now, at any seed of the project but for the exceptions.'),
  exceptions: z
    .array(policyException)
    .describe('Where a seed of the project makes something else of a setting, because of policies of its own.'),
  canManage: z.boolean(),
});

export const clusterPolicies = z.object({
  settings: z.array(effectiveSetting),
  /** Every policy that bears on the cluster. */
  policies: z.array(policy),
  canEnforce: z.boolean().describe('Whether whoever asks may also bind those who steer the cluster.'),
});
export type ClusterPolicies = z.infer<typeof clusterPolicies>;

export const changedClusters = z.object({
  /** Clusters whose settings change. */
  count: z.int(),
  /** The first few by name. */
  names: z.array(z.string()),
  /** The operation to follow, where a switch of a single cluster changes. */
  operationId: z.string().nullable(),
  withoutEffectAt: z
    .array(z.string())
    .describe('Of a policy of a project: names of its seeds where another value is enforced, so that this one waits.'),
});
export type ChangedClusters = z.infer<typeof changedClusters>;
