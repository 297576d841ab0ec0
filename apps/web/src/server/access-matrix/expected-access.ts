import type { Access } from '../access.ts';
import { type Role, roles } from '../testing/world.ts';

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
  | 'members:manage'
  | 'project:manage'
  | 'visible project:read'
  | 'visible clusters:read'
  | 'visible operations:read';

export function nameOf(access: Access): string {
  if (access.kind === 'public') return 'public';
  return access.kind === 'visible' ? `visible ${access.permission}` : access.permission;
}

/** Written by hand, apart from the rules in packages/domain: a change there has to be wanted here as well. */
const whoMay: Record<AccessName, readonly Role[]> = {
  public: roles,
  'self:read': ['stranger', 'viewer', 'editor', 'owner', 'admin', 'readOnlyToken', 'foreignToken'],
  'self:manage': ['stranger', 'viewer', 'editor', 'owner', 'admin'],
  'platform:read': ['admin'],
  'platform:manage': ['admin'],
  'project:read': ['viewer', 'editor', 'owner', 'admin', 'readOnlyToken'],
  'members:read': ['viewer', 'editor', 'owner', 'admin', 'readOnlyToken'],
  'clusters:read': ['viewer', 'editor', 'owner', 'admin', 'readOnlyToken'],
  'operations:read': ['viewer', 'editor', 'owner', 'admin', 'readOnlyToken'],
  'telemetry:read': ['viewer', 'editor', 'owner', 'admin', 'readOnlyToken'],
  'audit:read': ['owner', 'admin', 'readOnlyToken'],
  'clusters:manage': ['editor', 'owner', 'admin'],
  'members:manage': ['owner', 'admin'],
  'project:manage': ['owner', 'admin'],
  'visible project:read': ['viewer', 'editor', 'owner', 'admin', 'readOnlyToken'],
  'visible clusters:read': ['viewer', 'editor', 'owner', 'admin', 'readOnlyToken'],
  'visible operations:read': ['viewer', 'editor', 'owner', 'admin', 'readOnlyToken'],
};

/** Allowed or not, for a `visible` access: whether the answer may tell of the project. */
export function verdictFor(access: AccessName, role: Role): Verdict {
  if (whoMay[access].includes(role)) return 'allowed';
  if (role === 'anonymous') return 'unauthenticated';
  const ofTheProject = !/^(self|platform|public|visible)/.test(access);
  const member = role === 'viewer' || role === 'editor' || role === 'owner' || role === 'readOnlyToken';
  // That a project exists is told to its members only.
  return ofTheProject && !member ? 'not_found' : 'forbidden';
}
