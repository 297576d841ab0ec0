import type { Principal } from '@oriel/domain/permissions';
import { authorizeGlobalTelemetry, authorizeTelemetry, type PlatformTenant } from '@oriel/domain/scope';
import { describe, expect, it } from 'vitest';
import { upstream, upstreamOfPart } from './upstream.ts';

const whole = { clusters: 'all', namespaces: 'all' } as const;
const member: Principal = {
  userId: 'olga',
  email: 'olga@example.com',
  name: 'Olga',
  isPlatformAdmin: false,
  roles: new Map([['shop', [{ role: 'owner', ...whole }]]]),
};
const root: Principal = { ...member, isPlatformAdmin: true, roles: new Map() };
const seed = { seedId: 'one', seedName: 'one', metricsUrl: 'http://127.0.0.1:9', logsUrl: 'http://127.0.0.1:9' };
const tenant = (orgId: string, seedId = 'one'): PlatformTenant => ({ ...seed, seedId, orgId, project: orgId });
const tenants = [tenant('a'), tenant('b'), tenant('c', 'two')];

describe('all projects', () => {
  it('are for platform administrators, by what is confined to nothing', () => {
    expect(authorizeGlobalTelemetry(root, tenants).tenants).toBe(tenants);
    expect(authorizeGlobalTelemetry({ ...root, readOnly: true }, tenants).tenants).toBe(tenants);
    for (const principal of [
      member,
      { ...root, confinedToProject: 'shop' },
      { ...root, narrowedTo: whole },
      { ...root, narrowedTo: { clusters: [{ id: '1', name: 'near' }], namespaces: 'all' } as const },
    ]) {
      expect(() => authorizeGlobalTelemetry(principal, tenants)).toThrow(
        expect.objectContaining({ code: 'forbidden' }),
      );
    }
  });

  it('are named by what is in the proof, at its own seed, a hundred at most', () => {
    const scope = authorizeGlobalTelemetry(root, tenants);
    expect(upstreamOfPart(scope, 'metrics', { seedId: 'one', orgIds: ['a', 'b'] }).headers).toEqual([
      'x-scope-orgid',
      'a|b',
    ]);
    for (const orgIds of [[], ['c'], ['a', 'c'], ['a|b'], ['a', 'x']]) {
      expect(() => upstreamOfPart(scope, 'metrics', { seedId: 'one', orgIds }), orgIds.join()).toThrow(
        /no part of the scope/,
      );
    }
    const many = Array.from({ length: 101 }, (_, index) => tenant(`t${index}`));
    const part = { seedId: 'one', orgIds: many.map(({ orgId }) => orgId) };
    expect(() => upstreamOfPart(authorizeGlobalTelemetry(root, many), 'logs', part)).toThrow(/no part of the scope/);
  });
});

it.each(['a|b', 'a,b', 'a:b', 'a b', '', 'a\r\nx: y'])('a project’s tenant called %j names nothing', (orgId) => {
  const scope = authorizeTelemetry(member, { projectId: 'shop', locations: [{ ...seed, orgId }] });
  expect(() => upstream(scope, 'metrics')).toThrow(/names no tenant/);
});
