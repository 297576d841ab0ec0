import { expect, test } from 'vitest';
import { grafanaOriginBeside, grafanaRoleIn } from './grafana.ts';
import type { Principal, RoleGrant } from './permissions.ts';

const whole = { clusters: 'all', namespaces: 'all' } as const;
const part = { clusters: 'all', namespaces: ['pay'] } as const;

function holding(...grants: RoleGrant[]): Principal {
  return { userId: 'u', email: 'u@example.com', name: 'U', isPlatformAdmin: false, roles: new Map([['p', grants]]) };
}

test.each<[string, RoleGrant[], string | undefined]>([
  ['a viewer', [{ role: 'viewer', ...whole }], 'Viewer'],
  ['an editor', [{ role: 'editor', ...whole }], 'Editor'],
  ['an owner', [{ role: 'owner', ...whole }], 'Editor'],
  ['an editor of a part', [{ role: 'editor', ...part }], 'Viewer'],
  [
    'an editor of a part who views the rest',
    [
      { role: 'editor', ...part },
      { role: 'viewer', ...whole },
    ],
    'Viewer',
  ],
  ['nobody', [], undefined],
])('%s', (_, grants, role) => {
  expect(grafanaRoleIn(holding(...grants), 'p')).toBe(role);
  expect(grafanaRoleIn(holding(...grants), 'other')).toBeUndefined();
});

test('an administrator edits everywhere', () => {
  expect(grafanaRoleIn({ ...holding(), isPlatformAdmin: true }, 'other')).toBe('Editor');
});

test.each([
  ['http://oriel.localhost:3000', 'http://grafana.oriel.localhost:3000'],
  ['https://oriel.example.com', 'https://grafana.oriel.example.com'],
])('%s has Grafana beside it', (origin, expected) => {
  expect(grafanaOriginBeside(origin)).toBe(expected);
});
