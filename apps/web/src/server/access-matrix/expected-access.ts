import type { Access } from '../access.ts';
import { type Role, roles } from './roles.ts';

export type Verdict = 'allowed' | 'unauthenticated' | 'forbidden' | 'not_found';

/** An access as one word: `members:manage`, `visible project:read`, `public`. */
export type AccessName =
  | 'public'
  | 'self:read'
  | 'self:manage'
  | 'platform:read'
  | 'platform:manage'
  | 'project:read'
  | 'members:read'
  | 'clusters:read'
  | 'operations:read'
  | 'telemetry:read'
  | 'audit:read'
  | 'clusters:manage'
  | 'dashboards:manage'
  | 'members:manage'
  | 'project:manage'
  | 'visible project:read'
  | 'visible clusters:read'
  | 'visible operations:read';

export function nameOf(access: Access): string {
  if (access.kind === 'public') return 'public';
  return access.kind === 'visible' ? `visible ${access.permission}` : access.permission;
}

/** Credentials that are of no use any more, or never were. */
const nobody: readonly Role[] = [
  'anonymous',
  'disabledPerson',
  'disabledServiceAccount',
  'expiredToken',
  'revokedToken',
];
const strangers: readonly Role[] = ['stranger', 'foreignToken', 'offProviderEditor'];
const administrators: readonly Role[] = ['admin', 'groupAdmin', 'platformServiceAccount'];
const owners: readonly Role[] = ['owner', ...administrators];
const editors: readonly Role[] = ['editor', 'groupEditor', 'serviceAccount', ...owners];
/** Of the whole project. */
const viewers: readonly Role[] = ['viewer', 'readOnlyToken', ...editors];
/** Of a part of it that `cluster` is in. */
const clusterEditors: readonly Role[] = ['clusterEditor', 'narrowedToken'];
const clusterViewers: readonly Role[] = ['clusterViewer', 'namespaceViewer', 'namespaceToken', ...clusterEditors];
/** Of a part of it that `cluster` is not in: they know that the project is there, and see nothing of the rest. */
const elsewhere: readonly Role[] = ['otherClusterEditor', 'goneClusterEditor'];
const members: readonly Role[] = [...viewers, ...clusterViewers, ...elsewhere];
const readers: readonly Role[] = ['readOnlyToken', 'namespaceToken'];
const tokens: readonly Role[] = [
  ...readers,
  'foreignToken',
  'narrowedToken',
  'serviceAccount',
  'platformServiceAccount',
];

const somebody = roles.filter((role) => !nobody.includes(role));

/** Written by hand, apart from the rules in packages/domain: a change there has to be wanted here as well. */
const whoMay: Record<AccessName, readonly Role[]> = {
  public: roles,
  'self:read': somebody,
  'self:manage': somebody.filter((role) => !tokens.includes(role)),
  'platform:read': administrators,
  'platform:manage': administrators,
  'project:read': members,
  'members:read': viewers,
  'clusters:read': members,
  'operations:read': members,
  'telemetry:read': members,
  'audit:read': [...owners, 'readOnlyToken'],
  'clusters:manage': editors,
  'dashboards:manage': editors,
  'members:manage': owners,
  'project:manage': owners,
  'visible project:read': members,
  'visible clusters:read': members,
  'visible operations:read': members,
};

/** Where it is about the one cluster. */
const whoMayThere: Partial<Record<AccessName, readonly Role[]>> = {
  'clusters:read': [...viewers, ...clusterViewers],
  'operations:read': [...viewers, ...clusterViewers],
  'telemetry:read': [...viewers, ...clusterViewers],
  'clusters:manage': [...editors, ...clusterEditors],
  'visible clusters:read': [...viewers, ...clusterViewers],
  'visible operations:read': [...viewers, ...clusterViewers],
};

export interface Asked {
  readonly access: AccessName;
  readonly about?: 'cluster';
}

/** Allowed or not, for a `visible` access: whether the answer may tell of the project, or of the cluster. */
export function verdictFor({ access, about }: Asked, role: Role): Verdict {
  const allowed = about === 'cluster' ? whoMayThere[access] : whoMay[access];
  if (allowed === undefined) throw new Error(`Nobody has said who may ${access} of one cluster.`);
  if (allowed.includes(role)) return 'allowed';
  if (nobody.includes(role)) return 'unauthenticated';
  if (/^(self|platform|public|visible)/.test(access)) return 'forbidden';
  // A token that only reads learns that it does before anything is looked up.
  if (readers.includes(role) && access.endsWith(':manage')) return 'forbidden';
  // That something exists is told only to those who may see it.
  const unseen = about === 'cluster' ? [...strangers, ...elsewhere] : strangers;
  return unseen.includes(role) ? 'not_found' : 'forbidden';
}
