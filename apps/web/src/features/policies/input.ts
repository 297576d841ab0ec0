import { slug } from '@oriel/domain/names';
import { settingKeys } from '@oriel/domain/policy/catalogue';
import { policyModes } from '@oriel/domain/policy/levels';
import { z } from 'zod';

const setting = z.enum(settingKeys).describe('The setting the policy is about.');

const dryRun = z.boolean().default(false).describe('Only say which clusters would change.');

const change = {
  setting,
  mode: z.enum(policyModes).describe('`default`: lower levels may say otherwise. `enforced`: they may not.'),
  value: z.union([z.boolean(), z.int()]).describe('As the setting asks: true or false, or a whole number of its unit.'),
  dryRun,
};
const removal = { setting, dryRun };

const ofSeed = { seedId: z.uuid() };
const ofProject = { project: slug };
const ofCluster = { clusterId: z.uuid() };

export const projectPoliciesInput = z.object(ofProject);
export const clusterPoliciesInput = z.object(ofCluster);

export const setPlatformPolicyInput = z.object(change);
export const setSeedPolicyInput = z.object({ ...ofSeed, ...change });
export const setProjectPolicyInput = z.object({ ...ofProject, ...change });
export const setClusterPolicyInput = z.object({ ...ofCluster, ...change, mode: change.mode.default('default') });

export const removePlatformPolicyInput = z.object(removal);
export const removeSeedPolicyInput = z.object({ ...ofSeed, ...removal });
export const removeProjectPolicyInput = z.object({ ...ofProject, ...removal });
export const removeClusterPolicyInput = z.object({ ...ofCluster, ...removal });
