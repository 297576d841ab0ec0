import { describe, expect, it } from 'vitest';
import { isCurrent, navGroups, phoneTabs } from './nav-items.ts';

const project = { slug: 'payments', name: 'payments', canSeeMembers: true, canAudit: true };
const labels = (items: readonly { label: string }[]) => items.map((item) => item.label);

describe('navigation', () => {
  it('shows the platform to administrators only', () => {
    expect(labels(navGroups(false, project, {}).flatMap((group) => group.items))).toEqual([
      'Home',
      'Logs',
      'Metrics',
      'Dashboards',
      'Members',
      'Policies',
      'Audit log',
    ]);
    const member = navGroups(false, { ...project, canAudit: false }, {});
    expect(labels(member.flatMap((group) => group.items))).not.toContain('Audit log');
    expect(navGroups(true, null, {}).map((group) => group.title)).toEqual(['Platform']);
  });
  it('hides the members from whoever sees a part of the project only', () => {
    const part = { ...project, canSeeMembers: false, canAudit: false };
    expect(labels(navGroups(false, part, {}).flatMap((group) => group.items))).toEqual([
      'Home',
      'Logs',
      'Metrics',
      'Dashboards',
      'Policies',
    ]);
  });
  it('offers setup while it is unfinished', () => {
    expect(labels(navGroups(true, null, { setup: { text: '2 of 6' } })[0]?.items ?? [])).toContain('Set up');
    expect(labels(navGroups(true, null, {})[0]?.items ?? [])).not.toContain('Set up');
  });
  it('puts three entries under the thumb and loses none', () => {
    const groups = navGroups(true, project, {});
    const { tabs, more } = phoneTabs(groups, true);
    expect(labels(tabs)).toEqual(['Fleet', 'Logs', 'Metrics']);
    expect(labels(more)).toEqual([
      'Seeds',
      'Operations',
      'Projects',
      'Grafana',
      'People',
      'Policies',
      'Audit log',
      'Home',
      'Dashboards',
      'Members',
      'Policies',
      'Audit log',
      'API',
      'Settings',
    ]);
  });
  it('marks the entry a page belongs to', () => {
    const items = navGroups(true, project, {}).flatMap((group) => group.items);
    const current = (path: string) => labels(items.filter((item) => isCurrent(item, path)));
    expect(current('/clusters/42')).toEqual(['Fleet']);
    expect(current('/p/payments')).toEqual(['Home']);
    expect(current('/p/payments/logs')).toEqual(['Logs']);
    expect(current('/operations/8814')).toEqual(['Operations']);
    expect(current('/p/payments/members/service-accounts')).toEqual(['Members']);
    expect(current('/admin/users/service-accounts')).toEqual(['People']);
  });
});
