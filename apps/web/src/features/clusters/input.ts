import { slug } from '@oriel/domain/names';
import { z } from 'zod';
import { pageCursor } from '../page-cursor.ts';

/** A kubeconfig is small; more than this is a mistake or an attack. Bytes of text. */
const kubeconfig = z
  .string()
  .trim()
  .min(1, 'Paste the kubeconfig of the cluster.')
  .max(256 * 1024, 'This is larger than 256 KiB; paste only the kubeconfig of one cluster.');

/** Value of the label `region`: free, but safe as a label value and in a path. */
const region = z
  .string()
  .trim()
  .regex(/^[a-z0-9]([-a-z0-9]{0,38}[a-z0-9])?$/, 'Use lower-case letters, digits and "-", like eu-central.');

export const clusterInput = z.object({ clusterId: z.uuid() });

export const clusterListInput = z.object({
  project: slug,
  cursor: pageCursor.optional(),
  limit: z.int().min(1).max(200).default(100),
});

export const preflightInput = z.object({ project: slug, kubeconfig });

export const createClusterInput = z.object({
  project: slug,
  name: slug,
  region,
  seedId: z.uuid().optional().describe("Left out: the project's only seed."),
  kubeconfig,
  monitoring: z.boolean().optional().describe('Left out: policies decide, now and when they change.'),
  logging: z.boolean().optional().describe('Left out: policies decide, now and when they change.'),
});

export const setSwitchesInput = clusterInput.extend({
  monitoring: z.boolean().optional(),
  logging: z.boolean().optional(),
});

export const applyAgainInput = clusterInput.extend({
  takeOver: z.boolean().default(false).describe('Overwrite what others changed or own, after Oriel has named it.'),
});

export const replaceKubeconfigInput = clusterInput.extend({ kubeconfig });

export const deleteClusterInput = clusterInput.extend({
  confirmName: z.string().describe("The cluster's name, typed by the person."),
  abandon: z
    .boolean()
    .default(false)
    .describe('Forget a cluster that cannot be reached; what runs in it stays behind.'),
});
