import { policyLevels, policyModes } from '@oriel/domain/policy/resolve';
import { settingKeys } from '@oriel/domain/policy/settings';
import { z } from 'zod';

const value = z.union([z.boolean(), z.number()]);
const mode = z.enum(policyModes);

/** A policy as it stands at one place. */
export const policy = z.object({
  level: z.enum(policyLevels),
  /** Name of the seed or the slug of the project; null for the platform and for the cluster asked about. */
  place: z.string().nullable(),
  /** Of a seed: its id. */
  seedId: z.uuid().nullable(),
  setting: z.enum(settingKeys),
  mode,
  value,
  updatedAt: z.iso.datetime(),
});
export type PolicyView = z.infer<typeof policy>;

/** What a setting comes to, and why. */
export const effectiveSetting = z.object({
  setting: z.enum(settingKeys),
  value,
  origin: z.object({ level: z.enum([...policyLevels, 'built-in']), mode }),
  /** Whether whoever asks may give it another value here. */
  canChange: z.boolean(),
});
export type EffectiveSetting = z.infer<typeof effectiveSetting>;

export const platformPolicies = z.object({ policies: z.array(policy), canManage: z.boolean() });

export const projectPolicies = z.object({
  /** Of the platform, of the project's seeds and of the project. */
  policies: z.array(policy),
  /** What a cluster gets that is registered now, at the first seed of the project. */
  forNewClusters: z.array(effectiveSetting),
  canManage: z.boolean(),
});

export const clusterPolicies = z.object({
  settings: z.array(effectiveSetting),
  /** Every policy that bears on the cluster. */
  policies: z.array(policy),
});

export const changedClusters = z.object({
  /** Clusters whose settings change. */
  count: z.int(),
  /** The first few by name. */
  names: z.array(z.string()),
  /** The operation to follow, where a switch of a single cluster changes. */
  operationId: z.string().nullable(),
});
export type ChangedClusters = z.infer<typeof changedClusters>;
