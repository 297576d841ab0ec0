import { roles as plainRoles } from '../testing/world.ts';

/** What somebody may be besides a plain member: narrowed, by a group, by a token, or not any more. */
const scopedRoles = [
  'clusterViewer',
  'clusterEditor',
  'otherClusterEditor',
  'goneClusterEditor',
  'namespaceViewer',
  'groupEditor',
  'offProviderEditor',
  'groupAdmin',
  'serviceAccount',
  'platformServiceAccount',
  'narrowedToken',
  'namespaceToken',
  'disabledPerson',
  'disabledServiceAccount',
  'expiredToken',
  'revokedToken',
] as const;

/** Everybody who may ask, by what they are to the project `own` and to `cluster` in it. */
export const roles = [...plainRoles, ...scopedRoles] as const;
export type Role = (typeof roles)[number];
export type ScopedRole = (typeof scopedRoles)[number];
