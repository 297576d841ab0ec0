import { expect, test } from 'vitest';
import { renderTenantMap } from './tenant-map.ts';

const one = { clusterId: '0b1d7a52-54a1-4a4c-8d34-0ad7a3a0e6a1', orgId: 'team-a-eu' };
const two = { clusterId: '00000000-54a1-4a4c-8d34-0ad7a3a0e6a1', orgId: 'team-b' };

test('a line per cluster, in an order that does not depend on the query', () => {
  expect(renderTenantMap([one, two])).toBe(renderTenantMap([two, one]));
  expect(renderTenantMap([one])).toBe('"0b1d7a52-54a1-4a4c-8d34-0ad7a3a0e6a1" "team-a-eu";\n');
  expect(renderTenantMap([])).toBe('');
});

test.each(['a|b', 'a:b', '', 'a"; include /etc/passwd; "', 'a\nb', '$oriel_cluster'])(
  'the tenant %j is refused',
  (orgId) => {
    expect(() => renderTenantMap([{ ...one, orgId }])).toThrow('malformed');
  },
);

test.each(['default', '~.*', ''])('the cluster %j is refused', (clusterId) => {
  expect(() => renderTenantMap([{ ...one, clusterId }])).toThrow('malformed');
});
