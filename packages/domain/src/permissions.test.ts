import { describe, expect, it } from 'vitest';
import {
  isAllowed,
  type Narrowing,
  type Permission,
  type Principal,
  permissions,
  reachesNamespace,
  roleIn,
} from './permissions.ts';
import { authorizeTelemetry, requirePermission } from './scope.ts';

const whole: Narrowing = { clusters: 'all', namespaces: 'all' };
const a = { id: 'id-a', name: 'a' };
const b = { id: 'id-b', name: 'b' };

function principal(more: Partial<Principal>): Principal {
  return { userId: 'u', email: 'u@example.com', name: 'U', isPlatformAdmin: false, roles: new Map(), ...more };
}
const member = (...grants: NonNullable<ReturnType<Principal['roles']['get']>>) =>
  principal({ roles: new Map([['p', grants]]) });
const rights = (who: Principal, clusterId?: string) =>
  permissions.filter((permission) => isAllowed(who, permission, 'p', clusterId));

describe('a grant narrowed to a cluster', () => {
  const editor = member({ role: 'editor', clusters: [a], namespaces: 'all' });

  it('reads the project, and changes that cluster only', () => {
    expect(rights(editor)).toEqual(['project:read', 'clusters:read', 'operations:read', 'telemetry:read']);
    expect(isAllowed(editor, 'clusters:manage', 'p', a.id)).toBe(true);
    expect(isAllowed(editor, 'clusters:manage', 'p', b.id)).toBe(false);
    expect(isAllowed(editor, 'clusters:read', 'p', b.id)).toBe(false);
  });

  it('neither adds clusters nor sees the members', () => {
    expect(isAllowed(editor, 'clusters:manage', 'p')).toBe(false);
    expect(isAllowed(editor, 'members:read', 'p')).toBe(false);
  });

  it('whose clusters are all gone reaches nothing', () => {
    const left = member({ role: 'viewer', clusters: [], namespaces: 'all' });
    expect(rights(left, a.id)).toEqual([]);
    expect(authorizeTelemetry(left, { projectId: 'p', locations: [] }).reach).toEqual([]);
  });
});

it('a namespace is reached by a grant that holds it in that cluster, all of them by one that is narrowed to none', () => {
  const who = member(
    { role: 'viewer', clusters: [a], namespaces: ['x'] },
    { role: 'viewer', clusters: [b], namespaces: 'all' },
  );
  const reaches = (clusterId: string, more: { namespace?: string } = {}) =>
    reachesNamespace(who, { projectId: 'p', clusterId, ...more });
  expect([reaches(a.id, { namespace: 'x' }), reaches(b.id, { namespace: 'y' }), reaches(b.id)]).toEqual([
    true,
    true,
    true,
  ]);
  expect([reaches(a.id, { namespace: 'y' }), reaches(a.id), reaches('c', { namespace: 'x' })]).toEqual([
    false,
    false,
    false,
  ]);
});

describe('grants add up', () => {
  it('to the strongest role, and to the union of what they reach', () => {
    const who = member(
      { role: 'viewer', clusters: [a], namespaces: ['x'] },
      { role: 'editor', clusters: [b], namespaces: 'all' },
    );
    expect(roleIn(who, 'p')).toBe('editor');
    expect(isAllowed(who, 'clusters:manage', 'p', a.id)).toBe(false);
    expect(isAllowed(who, 'clusters:manage', 'p', b.id)).toBe(true);
    expect(authorizeTelemetry(who, { projectId: 'p', locations: [] }).reach).toEqual([
      { clusters: ['a'], namespaces: ['x'] },
      { clusters: ['b'], namespaces: 'all' },
    ]);
  });

  it('a whole grant makes a narrowed one superfluous', () => {
    const who = member({ role: 'viewer', ...whole }, { role: 'viewer', clusters: [a], namespaces: ['x'] });
    expect(authorizeTelemetry(who, { projectId: 'p', locations: [] }).reach).toBe('all');
  });
});

describe('a narrowed token', () => {
  const narrowedTo: Narrowing = { clusters: [a], namespaces: ['x'] };

  it('is narrower than its person, administrator or not', () => {
    for (const person of [{ isPlatformAdmin: true }, member({ role: 'owner', ...whole })]) {
      const who = principal({ ...person, confinedToProject: 'p', narrowedTo });
      expect(authorizeTelemetry(who, { projectId: 'p', locations: [] }).reach).toEqual([
        { clusters: ['a'], namespaces: ['x'] },
      ]);
      expect(isAllowed(who, 'audit:read', 'p')).toBe(false);
      expect(isAllowed(who, 'clusters:read', 'p', b.id)).toBe(false);
      expect(isAllowed(who, 'clusters:read', 'q', a.id)).toBe(false);
    }
  });

  it('is never wider than its person', () => {
    const person = member({ role: 'viewer', clusters: [b], namespaces: 'all' });
    const who = principal({ ...person, confinedToProject: 'p', narrowedTo });
    expect(authorizeTelemetry(who, { projectId: 'p', locations: [] }).reach).toEqual([]);
  });
});

describe('the platform', () => {
  const platform: Permission[] = ['platform:read', 'platform:manage'];

  it.each<[string, Partial<Principal>, Permission[]]>([
    ['an administrator', { isPlatformAdmin: true }, platform],
    ['a read-only token of an administrator', { isPlatformAdmin: true, readOnly: true }, ['platform:read']],
    ['a confined token of an administrator', { isPlatformAdmin: true, confinedToProject: 'p' }, []],
    ['an owner', { roles: new Map([['p', [{ role: 'owner' as const, ...whole }]]]) }, []],
  ])('%s', (_, who, expected) => {
    expect(platform.filter((permission) => isAllowed(principal(who), permission))).toEqual(expected);
    expect(platform.filter((permission) => isAllowed(principal(who), permission, 'p'))).toEqual(expected);
  });
});

describe('a refusal', () => {
  it('tells nobody outside that the project exists', () => {
    expect(() => requirePermission(principal({}), 'clusters:manage', 'p')).toThrow(/no such project/);
    const viewer = member({ role: 'viewer', ...whole });
    expect(() => requirePermission(viewer, 'clusters:manage', 'p')).toThrow(/needs the right "clusters:manage"/);
  });
});
