import { randomName } from '@oriel/db/testing/fixtures';
import { password } from '../testing/world.ts';
import { clusterProcedures } from './cluster-procedures.ts';
import type { ExpectedProcedure } from './expected-procedure.ts';
import {
  account,
  accountToken,
  cluster,
  dashboard,
  newProvider,
  noStore,
  operation,
  platformAccount,
  platformToken,
  project,
  viewer,
  viewerOf,
} from './inputs.ts';

/** Every procedure there is. A test fails for one that is missing here, and for one that is gone. */
export const procedures: Record<string, ExpectedProcedure> = {
  'account.changePassword': {
    access: 'self:manage',
    input: () => ({ current: password, next: 'another long password' }),
  },
  'account.revokeOtherSessions': { access: 'self:manage' },
  'account.revokeSession': { access: 'self:manage', input: (world, role) => ({ sessionId: world.spareSession[role] }) },
  'account.sessions': { access: 'self:manage' },

  'audit.export': { access: 'audit:read', input: project },
  'audit.exportAll': { access: 'platform:read' },
  'audit.list': { access: 'audit:read', input: project },
  'audit.listAll': { access: 'platform:read' },
  'audit.verify': { access: 'platform:read' },

  ...clusterProcedures,

  'connections.list': { access: 'self:manage' },
  'connections.remove': {
    access: 'self:manage',
    input: ({ identityProvider: { id } }) => ({ providerId: id }),
  },

  // There is no Grafana; the permission has been passed when that shows.
  'dashboards.get': { access: 'telemetry:read', input: ({ own }) => ({ project: own.slug, uid: 'oriel-pods' }) },
  'dashboards.list': { access: 'telemetry:read', input: project },
  'dashboards.listAll': { access: 'platform:read' },
  'dashboards.open': { access: 'telemetry:read', input: project, mayFail: ['unavailable'], unaudited: true },
  'dashboards.openAll': { access: 'platform:read', mayFail: ['unavailable'], unaudited: true, input: () => ({}) },
  'ownDashboards.create': {
    access: 'dashboards:manage',
    input: (world) => ({ ...project(world), model: { title: 'Mine' } }),
  },
  'ownDashboards.delete': { access: 'dashboards:manage', input: dashboard },
  'ownDashboards.get': { access: 'telemetry:read', input: dashboard },
  'ownDashboards.list': { access: 'telemetry:read', input: project },
  'dashboards.status': { access: 'telemetry:read', input: project },
  'ownDashboards.update': {
    access: 'dashboards:manage',
    input: (world) => ({ ...dashboard(world), version: 1, model: { title: 'Changed' } }),
  },

  'fleet.counts': {
    access: 'visible clusters:read',
    about: 'cluster',
    input: (world) => ({ ...project(world), search: world.cluster.name }),
    tells: (answer) => (answer as { counts: { all: number } }).counts.all > 0,
  },
  'fleet.list': { access: 'visible clusters:read', about: 'cluster', input: project },

  'grafana.status': { access: 'platform:read', input: () => ({}) },
  'grafana.syncAgain': { access: 'platform:manage', input: () => ({}) },

  'identityProviders.create': {
    access: 'platform:manage',
    input: () => ({ ...newProvider(), id: randomName('idp') }),
  },
  'identityProviders.delete': {
    access: 'platform:manage',
    input: ({ identityProvider: { id, name } }) => ({ id, confirmName: name }),
  },
  'identityProviders.list': { access: 'platform:read' },
  'identityProviders.test': {
    access: 'platform:manage',
    input: () => ({ issuer: 'http://127.0.0.1:1' }),
    unaudited: true,
  },
  'identityProviders.update': {
    access: 'platform:manage',
    input: ({ identityProvider: { id } }) => ({ id, enabled: false }),
  },

  'members.add': {
    access: 'members:manage',
    input: ({ own }) => ({
      project: own.slug,
      subject: { kind: 'person', email: `${randomName('new')}@example.com` },
      role: 'viewer',
    }),
  },
  'members.change': { access: 'members:manage', input: (world) => ({ ...viewerOf(world), role: 'editor' }) },
  'members.list': { access: 'members:read', input: project },
  'members.newLink': { access: 'members:manage', input: viewerOf, mayFail: ['conflict'] },
  'members.remove': { access: 'members:manage', input: viewerOf },
  'members.subjects': { access: 'members:manage', input: project },

  'operations.get': { access: 'operations:read', about: 'cluster', input: operation },
  'operations.list': { access: 'visible operations:read', about: 'cluster', input: project },
  'operations.retry': {
    access: 'clusters:manage',
    about: 'cluster',
    input: operation,
    mayFail: ['conflict', 'bad_input'],
  },
  'operations.watch': { access: 'operations:read', about: 'cluster', input: operation },

  'policies.list': { access: 'platform:read' },
  'policies.ofCluster': { access: 'clusters:read', about: 'cluster', input: cluster },
  'policies.ofProject': { access: 'project:read', input: project },
  'policies.removeForCluster': {
    access: 'clusters:manage',
    about: 'cluster',
    input: (world) => ({ ...cluster(world), setting: 'logging.enabled' }),
    unaudited: true,
  },
  'policies.removeForPlatform': {
    access: 'platform:manage',
    input: () => ({ setting: 'logging.enabled' }),
    unaudited: true,
  },
  'policies.removeForProject': {
    access: 'project:manage',
    input: (world) => ({ ...project(world), setting: 'logging.enabled' }),
    unaudited: true,
  },
  'policies.removeForSeed': {
    access: 'platform:manage',
    input: ({ own }) => ({ seedId: own.seedId, setting: 'logging.enabled' }),
    unaudited: true,
  },
  'policies.setForCluster': {
    access: 'clusters:manage',
    about: 'cluster',
    input: (world) => ({ ...cluster(world), setting: 'metrics.scrapeInterval', value: 30 }),
  },
  'policies.setForPlatform': {
    access: 'platform:manage',
    input: () => ({ setting: 'agent.logsMemory', mode: 'default', value: 600 }),
    unaudited: true,
  },
  'policies.setForProject': {
    access: 'project:manage',
    input: (world) => ({ ...project(world), setting: 'logging.enabled', mode: 'enforced', value: true }),
  },
  'policies.setForSeed': {
    access: 'platform:manage',
    input: ({ own }) => ({ seedId: own.seedId, setting: 'logging.enabled', mode: 'default', value: true }),
  },
  'platformServiceAccounts.create': { access: 'platform:manage', input: () => ({ name: randomName('account') }) },
  'platformServiceAccounts.createToken': {
    access: 'platform:manage',
    input: (world) => ({ ...platformAccount(world), name: 'ci' }),
  },
  'platformServiceAccounts.delete': { access: 'platform:manage', input: platformAccount },
  'platformServiceAccounts.list': { access: 'platform:read' },
  'platformServiceAccounts.revokeToken': { access: 'platform:manage', input: platformToken },
  'platformServiceAccounts.rotateToken': { access: 'platform:manage', input: platformToken },
  'platformServiceAccounts.setEnabled': {
    access: 'platform:manage',
    input: (world) => ({ ...platformAccount(world), enabled: false }),
  },
  'platformServiceAccounts.tokens': { access: 'platform:read', input: platformAccount },

  'projects.create': {
    access: 'platform:manage',
    input: ({ own }) => ({ name: 'New', slug: randomName('new'), seedId: own.seedId }),
  },
  'projects.get': { access: 'project:read', input: project },
  'projects.list': { access: 'visible project:read', input: ({ own }) => ({ search: own.slug }) },
  'projects.rename': { access: 'project:manage', input: (world) => ({ ...project(world), name: 'Renamed' }) },

  'seeds.list': { access: 'platform:read' },
  'seeds.ofProject': { access: 'clusters:manage', input: project },
  'serviceAccounts.create': { access: 'members:manage', input: (world) => ({ ...project(world), name: 'ci' }) },
  'serviceAccounts.createToken': {
    access: 'members:manage',
    input: (world) => ({ ...account(world), name: 'ci' }),
  },
  'serviceAccounts.delete': { access: 'members:manage', input: account },
  'serviceAccounts.list': { access: 'members:manage', input: project },
  'serviceAccounts.revokeToken': { access: 'members:manage', input: accountToken },
  'serviceAccounts.rotateToken': { access: 'members:manage', input: accountToken },
  'serviceAccounts.setEnabled': {
    access: 'members:manage',
    input: (world) => ({ ...account(world), enabled: false }),
  },
  'serviceAccounts.tokens': { access: 'members:manage', input: account },

  'session.me': { access: 'self:read' },
  'setup.status': { access: 'platform:read', mayFail: noStore },

  'tokens.create': { access: 'self:manage', input: () => ({ name: 'ci' }) },
  'tokens.list': { access: 'self:manage' },
  'tokens.revoke': { access: 'self:manage', input: (world, role) => ({ tokenId: world.spareToken[role] }) },

  'tokens.rotate': { access: 'self:manage', input: (world, role) => ({ tokenId: world.spareToken[role] }) },

  'users.change': { access: 'platform:manage', input: (world) => ({ ...viewer(world), enabled: false }) },
  'users.list': { access: 'platform:read' },
  'users.newLink': { access: 'platform:manage', input: viewer },
  'users.revokeSession': {
    access: 'platform:manage',
    input: (world) => ({ ...viewer(world), sessionId: world.spareSession.viewer }),
  },
  'users.sessions': { access: 'platform:manage', input: viewer },
  'users.signOut': { access: 'platform:manage', input: viewer },

  'welcome.accept': {
    access: 'public',
    input: ({ linkToken }) => ({ token: linkToken, password: 'another long password' }),
  },
  'welcome.check': { access: 'public', input: ({ linkToken }) => ({ token: linkToken }) },
};
