import { randomName } from '@oriel/db/testing/fixtures';
import type { ExpectedProcedure } from './expected-procedure.ts';
import { cluster, kubeconfig, noStore, project } from './inputs.ts';

/** Those of the router `clusters`. */
export const clusterProcedures: Record<string, ExpectedProcedure> = {
  'clusters.applyAgain': { access: 'clusters:manage', about: 'cluster', input: cluster },
  'clusters.coverage': { access: 'telemetry:read', about: 'cluster', input: cluster, mayFail: noStore },
  'clusters.create': {
    access: 'clusters:manage',
    input: ({ own }) => ({ project: own.slug, name: randomName('cluster'), region: 'eu-1', kubeconfig }),
    mayFail: ['bad_input'],
  },
  'clusters.delete': {
    access: 'clusters:manage',
    about: 'cluster',
    input: ({ cluster: { id, name } }) => ({ clusterId: id, confirmName: name }),
  },
  'clusters.footprint': { access: 'telemetry:read', about: 'cluster', input: cluster, mayFail: noStore },
  'clusters.get': { access: 'clusters:read', about: 'cluster', input: cluster },
  'clusters.list': { access: 'clusters:read', input: project },
  'clusters.pipeline': { access: 'telemetry:read', about: 'cluster', input: cluster, mayFail: noStore },
  'clusters.preflight': {
    access: 'clusters:manage',
    input: ({ own }) => ({ project: own.slug, kubeconfig }),
    unaudited: true,
  },
  'clusters.preflightReplacement': {
    access: 'clusters:manage',
    about: 'cluster',
    input: (world) => ({ ...cluster(world), kubeconfig }),
    unaudited: true,
  },
  'clusters.replaceKubeconfig': {
    access: 'clusters:manage',
    about: 'cluster',
    input: (world) => ({ ...cluster(world), kubeconfig }),
    mayFail: ['bad_input'],
  },
  'clusters.setSwitches': {
    access: 'clusters:manage',
    about: 'cluster',
    input: (world) => ({ ...cluster(world), logging: true }),
  },
};
