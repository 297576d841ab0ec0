import { describe, expect, it } from 'vitest';
import { partsOf, type Tenant, tenantsFor } from './tenants.ts';
import { manyTenants, platformTenant } from './testing/many-tenants.ts';

const far: readonly Tenant[] = [
  { seedId: 'far-id', seedName: 'far', orgId: 'p001-far', project: 'p001' },
  { seedId: 'far-id', seedName: 'far', orgId: 'oriel-platform', project: undefined },
];
const all = [...manyTenants, platformTenant, ...far];
const chosen = (...queries: string[]) =>
  tenantsFor('metrics', queries, all).map(({ seedName, orgId }) => `${seedName}/${orgId.replace('-00000000', '')}`);

describe('parts', () => {
  it('are of one seed, of one size, sorted, and of at most a hundred', () => {
    const parts = partsOf(all);
    expect(parts.map(({ seedName, orgIds }) => [seedName, orgIds.length])).toEqual([
      ['seed', 84],
      ['seed', 84],
      ['seed', 83],
      ['far', 2],
    ]);
    const orgIds = parts.slice(0, 3).flatMap((part) => part.orgIds);
    expect(orgIds).toEqual([...orgIds].sort());
    expect(partsOf([...all].reverse()).map((part) => part.orgIds)).toEqual(
      [parts[3], ...parts.slice(0, 3)].map((part) => part?.orgIds),
    );
  });

  it.each([1, 2, 99, 100, 101, 200, 201])('of %i tenants miss none and double none', (count) => {
    const parts = partsOf(manyTenants.concat(all).slice(0, count));
    expect(parts.flatMap(({ orgIds }) => orgIds)).toHaveLength(count);
    expect(Math.max(...parts.map(({ orgIds }) => orgIds.length))).toBeLessThanOrEqual(100);
  });
});

describe('a query chooses tenants', () => {
  it('by the project, beside another one, since a store labels several only', () => {
    expect(chosen('sum(load{project="p003"})')).toEqual(['seed/p003', 'seed/oriel-platform']);
    expect(chosen('load{project="p001"}')).toEqual([
      'seed/p001',
      'seed/oriel-platform',
      'far/p001-far',
      'far/oriel-platform',
    ]);
    expect(chosen('load{project=~"p003|p004"}')).toEqual(['seed/p003', 'seed/p004']);
    expect(chosen('load{project=~"(p003|p004)", project!="p003"}')).toEqual(['seed/p003', 'seed/p004']);
  });
  it('by the tenant', () => {
    expect(chosen('load{__tenant_id__=~"p003-00000000|p005-00000000"}')).toEqual(['seed/p003', 'seed/p005']);
    expect(chosen('load{__tenant_id__="oriel-platform"}')).toEqual([
      'seed/oriel-platform',
      'seed/p000',
      'far/oriel-platform',
      'far/p001-far',
    ]);
  });
  it('by all selectors together', () => {
    expect(chosen('load{project="p003"} / on (pod) load{project="p004"}')).toEqual(['seed/p003', 'seed/p004']);
    expect(chosen('load{project="p003"}', 'load{project="p004"}')).toEqual(['seed/p003', 'seed/p004']);
  });
  it('and never leaves one out that could have a part in it', () => {
    for (const query of [
      'load',
      'load{project=~"p00.*"}',
      'load{project!="p003"}',
      'load{project=""}',
      'load{project=~"p003|"}',
      'load{project="p003"} or size',
      'load{other="p003"}',
      'sum(',
      '5',
    ]) {
      expect(chosen(query), query).toHaveLength(all.length);
    }
  });
  it('that are not there: any, since its matchers find nothing', () => {
    expect(chosen('load{project="gone"}')).toEqual(['seed/oriel-platform']);
  });
  it('that the platform watches itself by: alone, where no agent of a project writes', () => {
    expect(chosen('up{job="oriel-loki"}')).toEqual(['seed/oriel-platform', 'far/oriel-platform']);
    expect(chosen('up{job=~"oriel-loki|oriel-mimir"}')).toHaveLength(2);
    expect(chosen('up{job=~"oriel-loki|other"}')).toHaveLength(all.length);
  });
  it('in LogQL too', () => {
    expect(tenantsFor('logs', ['sum(rate({project="p003"} |= "x" [1m]))'], all)).toHaveLength(2);
  });
});
